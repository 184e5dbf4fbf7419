package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredAlertTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final OutputId SLACK = OutputId.of("slack", "sec");
  private static final OutputId JIRA = OutputId.of("jira", "sec");
  private static final AlertId OTHER = AlertId.parse("11111111-1111-4111-8111-111111111111");

  private final LogRecord record = LogRecord.builder(
          LogType.of("osquery:status"), FieldValue.of(Map.of("name", "hunter2")))
      .build();
  private final Alert alert =
      Alert.builder("a_rule", record, NOON).outputs(List.of(SLACK, JIRA)).build();
  private final StoredAlert fresh = StoredAlert.of(alert);

  @Test
  void freshAlertIsOpenAndDueAtOnce() {
    assertThat(fresh.state()).isEqualTo(State.OPEN);
    assertThat(fresh.outputsPending()).containsExactlyInAnyOrder(SLACK, JIRA).isUnmodifiable();
    assertThat(fresh.outputsSent()).isEmpty();
    assertThat(fresh.nextAttempt()).contains(NOON);
    assertThat(fresh.dispatched()).isEmpty();
    assertThat(fresh.mergedInto()).isEmpty();
    assertThat(fresh.progress())
        .containsEntry(SLACK, OutputProgress.pending(0, NOON))
        .isUnmodifiable();
    assertThat(fresh.alert()).isSameAs(alert);
    assertThat(fresh.toString()).contains("OPEN").doesNotContain("hunter2");
  }

  @Test
  void alertWithoutOutputsIsDelivered() {
    StoredAlert stored = StoredAlert.of(Alert.builder("a_rule", record, NOON).build());

    assertThat(stored.state()).isEqualTo(State.DELIVERED);
    assertThat(stored.nextAttempt()).isEmpty();
  }

  @Test
  void outputsMoveOnOneByOne() {
    StoredAlert half = fresh.settled(
        Map.of(
            SLACK, Delivery.delivered(), JIRA, Delivery.retryAfter(Duration.ofMinutes(5), "busy")),
        NOON);

    assertThat(half.state()).isEqualTo(State.OPEN);
    assertThat(half.outputsSent()).containsExactly(Map.entry(SLACK, Optional.empty()));
    assertThat(half.outputsPending()).containsExactly(JIRA);
    assertThat(half.nextAttempt()).contains(NOON.plusSeconds(300));
    assertThat(half.dispatched()).contains(NOON);

    StoredAlert whole =
        half.settled(Map.of(JIRA, Delivery.delivered("SEC-1")), NOON.plusSeconds(301));

    assertThat(whole.state()).isEqualTo(State.DELIVERED);
    assertThat(whole.outputsSent())
        .containsOnly(Map.entry(SLACK, Optional.empty()), Map.entry(JIRA, Optional.of("SEC-1")));
    assertThat(whole.progress().get(JIRA)).isEqualTo(OutputProgress.sent(2, "SEC-1"));
    assertThat(whole.dispatched()).contains(NOON.plusSeconds(301));
    assertThat(fresh.outputsSent()).isEmpty();
  }

  @Test
  void rejectedOutputParksTheAlertWhenNothingElseIsLeft() {
    StoredAlert open = fresh.settled(Map.of(SLACK, Delivery.rejected("no such channel")), NOON);
    StoredAlert parked = open.settled(Map.of(JIRA, Delivery.delivered()), NOON);

    assertThat(open.state()).isEqualTo(State.OPEN);
    assertThat(parked.state()).isEqualTo(State.PARKED);
    assertThat(parked.outputsParked()).containsExactly(SLACK);
    assertThat(parked.progress().get(SLACK)).isEqualTo(OutputProgress.parked(1, "no such channel"));
    assertThat(parked.nextAttempt()).isEmpty();
  }

  @Test
  void lateDeliveryEndsParking() {
    StoredAlert parked = fresh.settled(
        Map.of(SLACK, Delivery.rejected("no such channel"), JIRA, Delivery.delivered()), NOON);

    assertThat(parked.settled(Map.of(SLACK, Delivery.delivered()), NOON).state())
        .isEqualTo(State.DELIVERED);
  }

  @Test
  void noResultsChangeNothing() {
    assertThat(fresh.settled(Map.of(), NOON)).isSameAs(fresh);
  }

  @Test
  void partOfAMergedAlertStaysOne() {
    StoredAlert merged = fresh.merged(OTHER);

    assertThat(merged.state()).isEqualTo(State.MERGED);
    assertThat(merged.mergedInto()).contains(OTHER);
    assertThatIllegalStateException()
        .isThrownBy(() -> merged.merged(OTHER))
        .withMessageContaining("MERGED");

    StoredAlert late =
        merged.settled(Map.of(SLACK, Delivery.delivered(), JIRA, Delivery.delivered()), NOON);

    assertThat(late.state()).isEqualTo(State.MERGED);
    assertThat(late.outputsSent()).hasSize(2);
  }

  @Test
  void outputsOfAnotherAlertAreRefused() {
    OutputId foreign = OutputId.of("slack", "other");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> fresh.settled(Map.of(foreign, Delivery.delivered()), NOON))
        .withMessageContaining("slack:other");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoredAlert.builder(alert).progress(foreign, OutputProgress.sent(1)));
  }

  @Test
  void builderRestoresWhatAStoreKept() {
    StoredAlert stored = StoredAlert.builder(alert)
        .state(State.MUTED)
        .progress(SLACK, OutputProgress.sent(2))
        .dispatched(NOON)
        .build();

    assertThat(stored.state()).isEqualTo(State.MUTED);
    assertThat(stored.outputsSent()).containsOnlyKeys(SLACK);
    assertThat(stored.dispatched()).contains(NOON);
    assertThat(StoredAlert.builder(alert).mergedInto(OTHER).build().state())
        .isEqualTo(State.MERGED);
  }

  @Test
  void stateAndMergedAlertMustAgree() {
    assertThatIllegalStateException()
        .isThrownBy(() -> StoredAlert.builder(alert).state(State.MERGED).build());
    assertThatIllegalStateException()
        .isThrownBy(
            () -> StoredAlert.builder(alert).mergedInto(OTHER).state(State.OPEN).build());
  }

  @Test
  void releasedAlertWaitsWithoutAnAttempt() {
    StoredAlert waiting =
        fresh.settled(Map.of(SLACK, Delivery.delivered()), NOON).notBefore(NOON.plusSeconds(300));

    assertThat(waiting.state()).isEqualTo(State.OPEN);
    assertThat(waiting.nextAttempt()).contains(NOON.plusSeconds(300));
    assertThat(waiting.progress())
        .containsEntry(SLACK, OutputProgress.sent(1))
        .containsEntry(JIRA, OutputProgress.pending(0, NOON.plusSeconds(300)));
    assertThat(waiting.dispatched()).contains(NOON);
  }

  @Test
  void parkedOutputsCanBeSentToAgain() {
    StoredAlert parked = fresh.settled(
        Map.of(SLACK, Delivery.rejected("no such channel"), JIRA, Delivery.delivered()), NOON);
    StoredAlert again = parked.requeued(Set.of(SLACK, JIRA), NOON.plusSeconds(9));

    assertThat(again.state()).isEqualTo(State.OPEN);
    assertThat(again.progress())
        .containsEntry(SLACK, OutputProgress.pending(1, NOON.plusSeconds(9)))
        .containsEntry(JIRA, OutputProgress.sent(1));
    assertThat(parked.requeued(Set.of(JIRA), NOON).state()).isEqualTo(State.PARKED);
    assertThat(fresh.merged(OTHER).requeued(Set.of(SLACK), NOON).state()).isEqualTo(State.MERGED);
  }

  @Test
  void alertToBeMergedStaysOpenWhateverItsOutputsComeTo() {
    StoredAlert sent =
        merging().settled(Map.of(SLACK, Delivery.delivered(), JIRA, Delivery.rejected("no")), NOON);

    assertThat(merging().mergeDue()).isEmpty();
    assertThat(sent.state()).isEqualTo(State.OPEN);
    assertThat(sent.mergeDue()).contains(NOON);
    assertThat(sent.nextAttempt()).isEmpty();
    assertThat(sent.merged(OTHER).mergeDue()).isEmpty();
  }

  @Test
  void heldAlertIsDueForTheMergerOnly() {
    StoredAlert held = merging().held(NOON.plusSeconds(60));

    assertThat(held.heldUntil()).contains(NOON.plusSeconds(60));
    assertThat(held.mergeDue()).contains(NOON.plusSeconds(60));
    assertThat(held.nextAttempt()).isEmpty();
    assertThat(held.notBefore(NOON).heldUntil()).isEmpty();
    assertThat(held.merged(OTHER).heldUntil()).isEmpty();
    assertThat(held.settled(Map.of(SLACK, Delivery.delivered()), NOON).heldUntil())
        .isPresent();
    assertThatIllegalStateException()
        .isThrownBy(() -> fresh.held(NOON))
        .withMessageContaining("no merging");
  }

  @Test
  void requeuedAlertIsNoLongerHeld() {
    StoredAlert held =
        merging().settled(Map.of(SLACK, Delivery.rejected("no")), NOON).held(NOON.plusSeconds(60));

    assertThat(held.requeued(Set.of(SLACK), NOON).heldUntil()).isEmpty();
    assertThat(held.requeued(Set.of(JIRA), NOON).heldUntil()).isPresent();
  }

  @Test
  void itemOfTheOriginalKnowsWhatWasSent() {
    StoredAlert half = fresh.settled(
        Map.of(SLACK, Delivery.delivered("ts"), JIRA, Delivery.unknown("no answer")), NOON);
    StoredAlert read = StoredAlert.of(half.toItem());

    assertThat(half.toItem().attempts()).isEqualTo(1);
    assertThat(half.toItem().dispatched()).isEqualTo(NOON);
    assertThat(half.toItem().outputsSent()).containsExactly(SLACK);
    assertThat(read.state()).isEqualTo(State.OPEN);
    assertThat(read.outputsPending()).containsExactly(JIRA);
    assertThat(read.dispatched()).contains(NOON);
    assertThat(StoredAlert.of(fresh.toItem()).dispatched()).isEmpty();
  }

  private StoredAlert merging() {
    return StoredAlert.of(Alert.builder("a_rule", record, NOON)
        .outputs(List.of(SLACK, JIRA))
        .mergePolicy(MergePolicy.within(Duration.ofMinutes(5)).by("name"))
        .build());
  }
}
