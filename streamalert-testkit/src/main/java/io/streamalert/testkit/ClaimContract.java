package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What claims do and how they end, what is kept of deliveries, and what is purged. */
abstract class ClaimContract extends CommitContract {

  @Test
  final void whatIsDueIsClaimedLongestDueFirst() {
    Alert old = alert(1).build();
    Alert older = alert(2, NOON.minusSeconds(9)).build();
    Alert later = alert(3, NOON.plusSeconds(1)).build();
    commit(old, older, later);

    assertThat(idsOf(claimDue(10))).containsExactly(older.id(), old.id());
    assertThat(claimDue(10)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(idsOf(claimDue(10))).containsExactly(later.id());
  }

  @Test
  final void noMoreAreClaimedThanWanted() {
    commit(alert(1).build(), alert(2).build(), alert(3).build());

    assertThat(claimDue(2)).hasSize(2);
    assertThat(claimDue(2)).hasSize(1);
  }

  @Test
  final void claimTellsAlertAndLease() {
    Alert alert = alert(1).build();
    commit(alert);
    Claim claim = onlyClaim();

    assertThat(claim.leaseUntil()).isEqualTo(NOON.plus(LEASE));
    assertThat(claim.alert().alert()).isEqualTo(alert);
    assertThat(claim.alert().state()).isEqualTo(State.OPEN);
  }

  @Test
  final void claimNeedsALeaseAndANumber() {
    assertThatThrownBy(() -> store().claimDue(NOON, Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().claimDue(NOON, LEASE, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().claimToMerge("rule", NOON, LEASE.negated(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().claimToMerge("rule", NOON, LEASE, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  final void claimCanBeTakenOverWhenItsLeaseHasEnded() {
    commit(alert(1).build());
    Claim first = onlyClaim();
    clock.advance(LEASE.minusMillis(1));
    assertThat(claimDue(10)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    Claim second = onlyClaim();

    assertThat(second.token()).isNotEqualTo(first.token());
    store().release(first, NOON);
    assertThat(claimDue(10)).as("the second claim goes on").isEmpty();
  }

  @Test
  final void settlingMovesOutputsOn() {
    Alert alert = alert(1).build();
    commit(alert);
    clock.advance(Duration.ofSeconds(3));
    store()
        .settle(
            onlyClaim(),
            Map.of(
                SLACK, Delivery.delivered("ts-1"),
                JIRA, Delivery.retryAfter(Duration.ofMinutes(1), "busy")));

    assertThat(find(alert).outputsSent()).containsOnlyKeys(SLACK);
    assertThat(progress(alert, SLACK).reference()).contains("ts-1");
    assertThat(find(alert).nextAttempt()).contains(NOON.plusSeconds(63));
    assertThat(find(alert).dispatched()).contains(NOON.plusSeconds(3));
    assertThat(claimDue(10)).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    store().settle(onlyClaim(), Map.of(JIRA, Delivery.delivered()));
    assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
    assertThat(progress(alert, JIRA).attempts()).isEqualTo(2);
  }

  @Test
  final void outputsWithoutAResultStayDue() {
    Alert alert = alert(1).build();
    commit(alert);
    store().settle(onlyClaim(), Map.of(SLACK, Delivery.delivered()));

    assertThat(onlyClaim().alert().outputsPending()).containsExactly(JIRA);
  }

  @Test
  final void settlingWithoutResultsEndsTheClaim() {
    commit(alert(1).build());
    store().settle(onlyClaim(), Map.of());

    assertThat(onlyClaim().alert().dispatched()).isEmpty();
  }

  @Test
  final void lostClaimSettlesDeliveriesOnly() {
    Alert alert = alert(1).build();
    commit(alert);
    Claim lost = onlyClaim();
    clock.advance(LEASE);
    Claim current = onlyClaim();
    store().settle(lost, Map.of(SLACK, Delivery.delivered("late"), JIRA, Delivery.rejected("no")));

    assertThat(find(alert).outputsSent()).containsOnlyKeys(SLACK);
    assertThat(find(alert).outputsPending()).containsExactly(JIRA);
    assertThat(claimDue(10)).as("the current claim goes on").isEmpty();
    store().settle(current, Map.of(SLACK, Delivery.rejected("no"), JIRA, Delivery.delivered()));
    assertThat(find(alert).state()).isEqualTo(State.DELIVERED);
  }

  @Test
  final void claimWhoseLeaseEndedIsHeldUntilAnotherIsHandedOut() {
    Alert alert = alert(1).build();
    commit(alert);
    Claim claim = onlyClaim();
    clock.advance(LEASE.multipliedBy(2));
    store().settle(claim, Map.of(SLACK, Delivery.rejected("no"), JIRA, Delivery.delivered()));

    assertThat(find(alert).state()).isEqualTo(State.PARKED);
  }

  @Test
  final void foreignOutputIsRefusedAndNothingStored() {
    Alert alert = alert(1).build();
    commit(alert);
    Claim claim = onlyClaim();
    OutputId foreign = OutputId.of("slack", "other");

    assertThatThrownBy(() -> store()
            .settle(claim, Map.of(SLACK, Delivery.delivered(), foreign, Delivery.rejected("no"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(find(alert).outputsSent()).isEmpty();
    store().settle(claim, Map.of(SLACK, Delivery.delivered()));
    assertThat(find(alert).outputsSent()).containsOnlyKeys(SLACK);
  }

  @Test
  final void releasedAlertWaitsWithoutAnAttempt() {
    Alert alert = alert(1).build();
    commit(alert);
    store().release(onlyClaim(), NOON.plusSeconds(60));

    assertThat(claimDue(10)).isEmpty();
    assertThat(find(alert).dispatched()).isEmpty();
    clock.advance(Duration.ofSeconds(60));
    Claim again = onlyClaim();
    assertThat(progress(alert, SLACK).attempts()).isZero();
    store().release(again, NOON);
    assertThat(claimDue(10)).as("a time that has passed gives it back at once").hasSize(1);
  }

  @Test
  final void newestReferenceOfAGroupIsFound() {
    commit(alert(1).build(), alert(2).build());
    List<Claim> claims = claimDue(2);
    store().settle(claims.get(0), Map.of(JIRA, Delivery.delivered("SEC-1", "rule")));
    assertThat(store().reference(JIRA, "rule")).contains("SEC-1");
    store()
        .settle(
            claims.get(1),
            Map.of(JIRA, Delivery.delivered("SEC-2", "rule"), SLACK, Delivery.delivered("ts-1")));

    assertThat(store().reference(JIRA, "rule")).contains("SEC-2");
    assertThat(store().reference(JIRA, "other")).isEmpty();
    assertThat(store().reference(SLACK, "rule")).isEmpty();
  }

  @Test
  final void referenceIsKeptForAsLongAsItsAlert() {
    Alert alert = alert(1).outputs(List.of(JIRA)).build();
    commit(alert);
    store().settle(onlyClaim(), Map.of(JIRA, Delivery.delivered("SEC-1", "rule")));

    assertThat(store().purgeFinished(NOON)).isZero();
    assertThat(store().reference(JIRA, "rule")).contains("SEC-1");
  }

  @Test
  final void parkedOutputsCanBeSentToAgain() {
    Alert alert = alert(1).build();
    commit(alert);
    store().settle(onlyClaim(), Map.of(SLACK, Delivery.rejected("no"), JIRA, Delivery.delivered()));
    clock.advance(Duration.ofSeconds(5));

    assertThat(claimDue(10)).isEmpty();
    assertThat(store().requeue(alert.id(), Set.of(SLACK, JIRA))).isEqualTo(1);
    assertThat(find(alert).state()).isEqualTo(State.OPEN);
    assertThat(find(alert).nextAttempt()).contains(NOON.plusSeconds(5));
    assertThat(onlyClaim().alert().outputsPending()).containsExactly(SLACK);
    assertThat(store().requeue(alert.id(), Set.of(SLACK))).isZero();
    assertThat(store().requeue(alert(2).build().id(), Set.of(SLACK))).isZero();
  }

  @Test
  final void onlyFinishedAlertsThatChangedBeforeArePurged() {
    Alert done = alert(1).outputs(List.of(SLACK)).build();
    Alert parked = alert(2).outputs(List.of(SLACK)).build();
    Alert open = alert(3).build();
    commit(done, parked, open);
    clock.advance(Duration.ofSeconds(10));
    for (Claim claim : claimDue(10)) {
      AlertId id = claim.alert().alert().id();
      store().settle(claim, id.equals(open.id()) ? Map.of() : Map.of(SLACK, outcome(id, done)));
    }

    assertThat(store().purgeFinished(NOON.plusSeconds(10)))
        .as("changed at that time")
        .isZero();
    assertThat(store().purgeFinished(NOON.plusSeconds(11))).isEqualTo(1);
    assertThat(store().find(done.id())).isEmpty();
    assertThat(find(parked).state()).isEqualTo(State.PARKED);
    assertThat(find(open).state()).isEqualTo(State.OPEN);
  }

  private static Delivery outcome(AlertId id, Alert done) {
    return id.equals(done.id()) ? Delivery.delivered() : Delivery.rejected("no");
  }
}
