package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertBuilder;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Settings;
import io.streamalert.testing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AlertProcessorTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final OutputId SLACK = OutputId.of("slack", "sec");
  private static final OutputId JIRA = OutputId.of("jira", "sec");
  private static final OutputId FIREHOSE = OutputId.of("aws-firehose", "alerts");

  private final SteppedClock clock = new SteppedClock();
  private final AlertStore store = AlertStore.inMemory(clock, Settings.defaults());
  private final List<DeliveryRequest> requests = new ArrayList<>();

  @Test
  void eachOutputIsAttemptedOnceAndSettled() {
    Alert alert = commit(alert(SLACK, JIRA));
    AlertProcessor processor = processor(
        delivering(SLACK, Delivery.delivered()), delivering(JIRA, Delivery.delivered("S-1")));

    assertThat(processor.process(claim()))
        .containsOnly(
            Map.entry(SLACK, Delivery.delivered()), Map.entry(JIRA, Delivery.delivered("S-1")));
    assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
    assertThat(requests).hasSize(2).allSatisfy(request -> {
      assertThat(request.attempt()).isEqualTo(1);
      assertThat(request.deadline()).isEqualTo(NOON.plusSeconds(60));
    });
    assertThat(requests)
        .extracting(DeliveryRequest::idempotencyKey)
        .containsExactlyInAnyOrder(alert.id() + ":slack:sec", alert.id() + ":jira:sec");
  }

  @Test
  void outputThatThrowsDisturbsNoOtherAndTellsNothing() {
    Alert alert = commit(alert(SLACK, JIRA, FIREHOSE));
    AlertProcessor processor = processor(
        dispatcher(SLACK, request -> {
          throw new IllegalStateException("hunter2");
        }),
        dispatcher(JIRA, request -> {
          throw new StackOverflowError("hunter2");
        }),
        delivering(FIREHOSE, Delivery.delivered()));

    assertThat(processor.process(claim()))
        .containsEntry(
            SLACK,
            retry(1, "The output slack:sec failed with" + " java.lang.IllegalStateException"))
        .containsEntry(
            JIRA, retry(1, "The output jira:sec failed with" + " java.lang.StackOverflowError"))
        .containsEntry(FIREHOSE, Delivery.delivered());
    assertThat(find(alert).outputsPending()).containsExactlyInAnyOrder(SLACK, JIRA);
  }

  @Test
  @SuppressWarnings("NullAway") // a dispatcher that breaks its contract
  void outputThatReturnsNothingHasFailed() {
    commit(alert(SLACK));

    assertThat(processor(dispatcher(SLACK, request -> null)).process(claim()))
        .containsEntry(
            SLACK,
            retry(1, "The output slack:sec failed with" + " java.lang.NullPointerException"));
  }

  @Test
  void publisherThatThrowsFailsItsOutputOnly() {
    commit(alert(SLACK, JIRA)).publishers();
    AlertProcessor processor = builder(
            delivering(SLACK, Delivery.delivered()), delivering(JIRA, Delivery.delivered()))
        .publishers(names -> (alert, previous) -> {
          if (names.contains("bad")) {
            throw new IllegalArgumentException("hunter2");
          }
          return previous.with("names", FieldValue.of(names));
        })
        .build();

    assertThat(processor.process(claim()))
        .containsEntry(
            SLACK,
            retry(
                1,
                "The publishers for slack:sec failed with" + " java.lang.IllegalArgumentException"))
        .containsEntry(JIRA, Delivery.delivered());
    assertThat(requests.get(0).publication()).isEqualTo(Publication.of(Map.of("names", List.of())));
  }

  @Test
  void whatIsNotConfiguredIsParkedUntilItIsRequeued() {
    Alert alert = commit(alert(SLACK));
    processor().process(claim());

    assertThat(find(alert).state()).isEqualTo(State.PARKED);
    assertThat(find(alert).progress().get(SLACK).rejection())
        .hasValueSatisfying(
            reason -> assertThat(reason).startsWith("No output slack:sec is configured"));
    store.requeue(alert.id(), Set.of(SLACK));
    processor(delivering(SLACK, Delivery.delivered())).process(claim());
    assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void sentOutputsOnlyGrow() {
    Alert alert = commit(alert(SLACK, JIRA));
    Delivery busy = Delivery.retryAfter(Duration.ofMinutes(1), "busy");
    processor(delivering(SLACK, Delivery.delivered()), delivering(JIRA, busy)).process(claim());
    requests.clear();
    clock.advance(Duration.ofMinutes(1));
    processor(delivering(SLACK, busy), delivering(JIRA, Delivery.delivered())).process(claim());

    assertThat(requests)
        .singleElement()
        .satisfies(request -> assertThat(request.attempt()).isEqualTo(2));
    assertThat(find(alert).outputsSent()).containsOnlyKeys(SLACK, JIRA);
    assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void outputsSeeNoNormalizedValues() {
    LogRecord record = LogRecord.of("t", "{\"k\":1,\"streamalert_normalization\":{\"user\":[]}}");
    Alert alert = commit(Alert.builder("r", record, NOON).outputs(List.of(SLACK)));
    processor(delivering(SLACK, Delivery.delivered())).process(claim());

    Alert shown = requests.get(0).alert();
    assertThat(shown.record().toJson()).isEqualTo("{\"k\":1}");
    assertThat(shown.id()).isEqualTo(alert.id());
    assertThat(shown.record().id()).isEqualTo(record.id());
    assertThat(shown.outputs()).isEqualTo(alert.outputs());
    assertThat(requests.get(0).publication())
        .isEqualTo(Publisher.standard().publish(shown, Publication.empty()));
    assertThat(find(alert).alert().record().at(LogRecord.NORMALIZATION_KEY).exists())
        .isTrue();
  }

  @Test
  void alertToBeMergedGoesToTheRequiredOutputsAndIsThenHeld() {
    MergePolicy policy = MergePolicy.within(Duration.ofMinutes(10)).by("k");
    Alert alert = commit(alert(SLACK, FIREHOSE).mergePolicy(policy));
    AlertProcessor processor = processor(
        delivering(SLACK, Delivery.delivered()), delivering(FIREHOSE, Delivery.delivered()));

    assertThat(processor.process(claim())).containsOnlyKeys(FIREHOSE);
    assertThat(processor.process(claim())).isEmpty();
    assertThat(find(alert).outputsPending()).containsExactly(SLACK);
    assertThat(find(alert).heldUntil()).contains(NOON);
    assertThat(store.rulesToMerge(NOON)).containsExactly("r");
  }

  @Test
  void alertToBeMergedWaitsForItsRequiredOutput() {
    MergePolicy policy = MergePolicy.within(Duration.ofMinutes(10)).by("k");
    Alert alert = commit(alert(SLACK, FIREHOSE).mergePolicy(policy));
    AlertProcessor processor =
        processor(delivering(FIREHOSE, Delivery.retryAfter(Duration.ofHours(1), "busy")));
    processor.process(claim());

    assertThat(processor.process(claim())).as("only the other output is due").isEmpty();
    assertThat(find(alert).nextAttempt()).contains(NOON.plusSeconds(3600));
    assertThat(find(alert).heldUntil()).isEmpty();
    clock.advance(Duration.ofHours(1));
    assertThat(processor.process(claim())).containsOnlyKeys(FIREHOSE);
  }

  @Test
  void backoffDoublesUpToItsLimitAndRespectsTheReceiver() {
    Alert alert = commit(alert(SLACK, JIRA));
    AlertProcessor processor = builder(
            delivering(SLACK, Delivery.retryAfter(Duration.ZERO, "busy")),
            delivering(JIRA, Delivery.retryAfter(Duration.ofHours(2), "busy")))
        .backoff(Duration.ofSeconds(4), Duration.ofSeconds(30))
        .build();

    for (int limit : List.of(4, 8, 16, 30, 30)) {
      processor.process(claim());
      assertThat(find(alert).nextAttempt()).contains(clock.instant().plusMillis(limit * 500L));
      clock.advance(Duration.ofMillis(limit * 500L));
    }
    assertThat(find(alert).progress().get(JIRA).nextAttempt()).contains(NOON.plusSeconds(7200));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder().backoff(Duration.ofSeconds(2), Duration.ofDays(2)));
  }

  @Test
  void unknownIsRepeatedOrParkedAsChosen() {
    Alert alert = commit(alert(SLACK, JIRA));
    builder(
            delivering(SLACK, Delivery.unknown("no answer")),
            delivering(JIRA, Delivery.unknown("no answer")))
        .parkUnknown(List.of(JIRA))
        .build()
        .process(claim());

    assertThat(find(alert).progress().get(SLACK))
        .isEqualTo(OutputProgress.pending(1, NOON.plusSeconds(1)));
    assertThat(find(alert).progress().get(JIRA)).isEqualTo(OutputProgress.parked(1, "no answer"));
  }

  @Test
  void noAttemptBeginsAfterTheLease() {
    Alert alert = commit(alert(SLACK, JIRA));
    AlertProcessor processor = processor(
        dispatcher(JIRA, request -> {
          clock.advance(LEASE);
          return Delivery.delivered();
        }),
        delivering(SLACK, Delivery.delivered()));

    assertThat(processor.process(claim())).containsOnlyKeys(JIRA);
    assertThat(find(alert).outputsPending()).containsExactly(SLACK);
    assertThat(processor.process(claim())).containsOnlyKeys(SLACK);
  }

  @Test
  void deadlineIsNotAfterTheLease() {
    commit(alert(SLACK));
    builder(delivering(SLACK, Delivery.delivered()))
        .timeout(Duration.ofHours(1))
        .build()
        .process(claim());

    assertThat(requests.get(0).deadline()).isEqualTo(NOON.plus(LEASE));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().timeout(Duration.ZERO));
  }

  @Test
  void earlierReferenceIsFound() {
    commit(alert(JIRA));
    processor(delivering(JIRA, Delivery.delivered("SEC-1", "r"))).process(claim());
    commit(alert(JIRA));
    processor(delivering(JIRA, Delivery.delivered())).process(claim());

    assertThat(requests.get(1).previousReference("r")).contains("SEC-1");
    assertThat(requests.get(1).previousReference("other")).isEmpty();
  }

  @Test
  void outputsAreGivenOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder(
            delivering(SLACK, Delivery.delivered()), delivering(SLACK, Delivery.delivered())))
        .withMessageContaining("two outputs slack:sec");
  }

  private static Delivery retry(int seconds, String reason) {
    return Delivery.retryAfter(Duration.ofSeconds(seconds), reason);
  }

  private Alert commit(AlertBuilder builder) {
    Alert alert = builder.build();
    store.commit(Commit.builder().alerts(List.of(alert)).build());
    return alert;
  }

  private StoredAlert find(Alert alert) {
    return store.find(alert.id()).orElseThrow();
  }

  private Claim claim() {
    List<Claim> claims = store.claimDue(clock.instant(), LEASE, 10);
    assertThat(claims).hasSize(1);
    return claims.get(0);
  }

  private static AlertBuilder alert(OutputId... outputs) {
    return Alert.builder("r", LogRecord.of("t", "{\"k\":1}"), NOON)
        .outputs(List.of(outputs))
        .publishers(Map.of(SLACK, List.of("bad")));
  }

  private AlertProcessor processor(OutputDispatcher... outputs) {
    return builder(outputs).build();
  }

  /** With half of the longest backoff. */
  private AlertProcessor.Builder builder(OutputDispatcher... outputs) {
    return AlertProcessor.builder(store, clock).outputs(List.of(outputs)).random(() -> 0.5);
  }

  private OutputDispatcher delivering(OutputId id, Delivery delivery) {
    return dispatcher(id, request -> delivery);
  }

  private OutputDispatcher dispatcher(OutputId id, Function<DeliveryRequest, Delivery> work) {
    return new OutputDispatcher() {
      @Override
      public OutputId id() {
        return id;
      }

      @Override
      public Delivery dispatch(DeliveryRequest request) {
        requests.add(request);
        return work.apply(request);
      }
    };
  }
}
