package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.Receipt;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.record.FieldValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What commits do, and how long ids stay known. */
abstract class CommitContract extends StoreFixture {

  @Test
  final void committedAlertIsOpenAndDueAtItsCreation() {
    Alert alert = alert(1).build();
    Receipt receipt = store().commit(Commit.builder().alerts(List.of(alert)).build());

    assertThat(receipt.accepted()).containsExactly(alert.id());
    assertThat(receipt.known()).isEmpty();
    assertThat(find(alert).state()).isEqualTo(State.OPEN);
    assertThat(find(alert).nextAttempt()).contains(alert.created());
    assertThat(find(alert).outputsPending()).containsExactlyInAnyOrder(SLACK, JIRA);
    assertThat(find(alert).dispatched()).isEmpty();
    assertThat(store().find(alert(2).build().id())).isEmpty();
  }

  @Test
  final void alertComesBackWhole() {
    Alert alert = alert(1)
        .description("description")
        .title("title")
        .attack(List.of("T1078.004"))
        .runbook("call")
        .references(List.of("https://example.com"))
        .mergePolicy(POLICY)
        .context(Map.of("slack", FieldValue.parse("{\"n\":[1.50,1e400,null,true,\"ü\\u0000\"]}")))
        .publishers(Map.of(SLACK, List.of("one", "two")))
        .staged(true)
        .build();
    commit(alert);

    assertThat(find(alert).alert()).isEqualTo(alert);
    assertThat(find(alert).alert().toJson()).isEqualTo(alert.toJson());
    assertThat(find(alert).alert().mergePolicy()).isEqualTo(POLICY);
  }

  @Test
  final void alertWithoutOutputsIsDeliveredAtOnce() {
    Alert alert = alert(1).outputs(List.of()).build();
    commit(alert);

    assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
    assertThat(claimDue(10)).isEmpty();
  }

  @Test
  final void firstContentOfAnIdWins() {
    Alert first = alert(1).title("first").build();
    Alert late = alert(1).title("late").build();
    commit(first);
    Receipt receipt =
        store().commit(Commit.builder().alerts(List.of(late, alert(2).build())).build());

    assertThat(receipt.known()).containsExactly(first.id());
    assertThat(receipt.accepted()).containsExactly(alert(2).build().id());
    assertThat(find(first).alert().title()).isEqualTo("first");
  }

  @Test
  final void commitsHaveGrowingNumbers() {
    long first = store().commit(Commit.builder().build()).commitNumber();
    long second = store().commit(Commit.builder().build()).commitNumber();

    assertThat(first).isPositive();
    assertThat(second).isGreaterThan(first);
  }

  @Test
  final void checkpointsAreReplacedAndCountersAddUpEvenIfAllAlertsAreKnown() {
    Alert alert = alert(1).build();
    store()
        .commit(Commit.builder()
            .alerts(List.of(alert))
            .checkpoint("files", "1")
            .checkpoint("http", "x")
            .counter("raw_logs", 3)
            .historyEnd(7)
            .build());
    store()
        .commit(Commit.builder()
            .alerts(List.of(alert))
            .checkpoint("files", "2")
            .counter("raw_logs", 4)
            .counter("dead_letters", 1)
            .build());

    assertThat(store().checkpoint("files")).contains("2");
    assertThat(store().checkpoint("http")).contains("x");
    assertThat(store().checkpoint("other")).isEmpty();
    assertThat(store().counters())
        .containsOnly(Map.entry("raw_logs", 7L), Map.entry("dead_letters", 1L));
  }

  @Test
  final void commitThatFailsStoresNothing() {
    store().commit(Commit.builder().counter("raw_logs", Long.MAX_VALUE).build());
    Commit tooMuch = Commit.builder()
        .alerts(List.of(alert(1).build()))
        .checkpoint("files", "1")
        .counter("dead_letters", 1)
        .counter("raw_logs", 1)
        .build();

    assertThatThrownBy(() -> store().commit(tooMuch)).isInstanceOf(ArithmeticException.class);
    assertThat(store().find(alert(1).build().id())).isEmpty();
    assertThat(store().checkpoint("files")).isEmpty();
    assertThat(store().counters()).containsOnly(Map.entry("raw_logs", Long.MAX_VALUE));
  }

  @Test
  final void idsStayKnownAfterThePurge() {
    Alert alert = alert(1).outputs(List.of()).build();
    commit(alert);
    clock.advance(Duration.ofHours(1));

    assertThat(store().purgeFinished(clock.instant())).isEqualTo(1);
    assertThat(store().find(alert.id())).isEmpty();
    clock.advance(RETENTION.minusHours(1));
    assertThat(commit(alert).known()).containsExactly(alert.id());
    assertThat(store().find(alert.id())).isEmpty();
  }

  @Test
  final void idsOfStoredAlertsStayKnownHoweverOldTheyAre() {
    Alert alert = alert(1).build();
    commit(alert);
    clock.advance(RETENTION.multipliedBy(3));

    assertThat(commit(alert).known()).containsExactly(alert.id());
  }

  @Test
  final void idsOfPartsStayKnownForAsLongAsThatOfTheirWhole() {
    Alert part = alert(1).mergePolicy(POLICY).build();
    commit(part);
    holdAll();
    clock.advance(RETENTION.minusHours(1));
    assertThat(store().merge(whole(part).outputs(List.of()).build(), claimToMerge()))
        .isTrue();
    clock.advance(Duration.ofMinutes(1));
    store().purgeFinished(clock.instant());
    clock.advance(RETENTION.minusMinutes(2));

    assertThat(commit(part).known()).containsExactly(part.id());
  }
}
