package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.output.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How alerts wait to be merged, and what merging does. */
abstract class MergeContract extends ClaimContract {

  @Test
  final void heldAlertIsForTheMergerOnly() {
    Alert alert = alert(1).mergePolicy(POLICY).build();
    commit(alert);
    assertThat(store().rulesToMerge(NOON)).isEmpty();
    assertThat(claimToMerge()).isEmpty();
    store().hold(onlyClaim(), NOON.plusSeconds(60));

    assertThat(find(alert).heldUntil()).contains(NOON.plusSeconds(60));
    assertThat(store().rulesToMerge(NOON.plusSeconds(59))).isEmpty();
    assertThat(store().rulesToMerge(NOON.plusSeconds(60))).containsExactly("rule");
    clock.advance(Duration.ofHours(1));
    assertThat(claimDue(10)).isEmpty();
    Claim claim = claimToMerge().get(0);
    assertThat(store().rulesToMerge(clock.instant())).as("while it is claimed").isEmpty();
    store().release(claim, NOON);
    assertThat(claimToMerge()).isEmpty();
    assertThat(claimDue(10)).hasSize(1);
  }

  @Test
  final void alertThatHasNothingLeftToSendWaitsToBeMerged() {
    Alert alert = alert(1).mergePolicy(POLICY).build();
    commit(alert);
    store().settle(onlyClaim(), Map.of(SLACK, Delivery.delivered(), JIRA, Delivery.rejected("no")));

    assertThat(find(alert).state()).isEqualTo(State.OPEN);
    assertThat(store().rulesToMerge(NOON)).containsExactly("rule");
    assertThat(idsOf(claimToMerge())).containsExactly(alert.id());
  }

  @Test
  final void waitingAlertsAreClaimedOldestFirstWhetherTheyAreDueOrNot() {
    Alert young = alert(1, NOON).mergePolicy(POLICY).build();
    Alert old = alert(2, NOON.minusSeconds(5)).mergePolicy(POLICY).build();
    Alert other = Alert.builder("other", record(3), NOON)
        .outputs(List.of(SLACK))
        .mergePolicy(POLICY)
        .build();
    commit(young, old, other);
    claimDue(10).forEach(claim -> store().hold(claim, NOON.plusSeconds(600)));

    assertThat(idsOf(claimToMerge())).containsExactly(old.id(), young.id());
    assertThat(claimToMerge()).isEmpty();
    clock.advance(LEASE);
    assertThat(idsOf(claimToMerge())).as("after the lease").containsExactly(old.id(), young.id());
  }

  @Test
  final void onlyAnAlertWithAPolicyCanBeHeld() {
    commit(alert(1).build());
    Claim claim = onlyClaim();

    assertThatThrownBy(() -> store().hold(claim, NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  final void partsBecomeOne() {
    Alert one = alert(1).mergePolicy(POLICY).build();
    Alert other = alert(2).mergePolicy(POLICY).build();
    commit(one, other);
    holdAll();
    Alert whole = whole(one).build();

    assertThat(store().merge(whole, claimToMerge())).isTrue();
    assertThat(find(one).state()).isEqualTo(State.MERGED);
    assertThat(find(one).mergedInto()).contains(whole.id());
    assertThat(find(other).mergedInto()).contains(whole.id());
    assertThat(claimToMerge()).isEmpty();
    assertThat(idsOf(claimDue(10))).containsExactly(whole.id());
    assertThat(commit(whole).known()).containsExactly(whole.id());
    assertThat(store().requeue(one.id(), Set.of(SLACK))).isZero();
  }

  @Test
  final void mergeCanBeRepeated() {
    Alert part = alert(1).mergePolicy(POLICY).build();
    commit(part);
    holdAll();
    List<Claim> claims = claimToMerge();
    Alert whole = whole(part).build();
    store().merge(whole, claims);
    store().settle(onlyClaim(), Map.of(SLACK, Delivery.delivered()));

    assertThat(store().merge(whole, claims)).isTrue();
    assertThat(find(whole).outputsSent()).containsOnlyKeys(SLACK);
  }

  @Test
  final void mergeWithALostClaimChangesNothing() {
    Alert one = alert(1).mergePolicy(POLICY).build();
    Alert other = alert(2).mergePolicy(POLICY).build();
    commit(one, other);
    holdAll();
    List<Claim> lost = claimToMerge();
    clock.advance(LEASE);
    assertThat(store().claimToMerge("rule", clock.instant(), LEASE, 1)).hasSize(1);
    Alert whole = whole(one).build();

    assertThat(store().merge(whole, lost)).isFalse();
    assertThat(store().find(whole.id())).isEmpty();
    assertThat(find(one).state()).isEqualTo(State.OPEN);
    assertThat(find(other).state()).isEqualTo(State.OPEN);
    assertThat(commit(whole).accepted()).as("its id is not known").hasSize(1);
  }

  @Test
  final void partBelongsToOneMergedAlertForEver() {
    Alert one = alert(1, NOON.minusSeconds(1)).mergePolicy(POLICY).build();
    Alert other = alert(2).mergePolicy(POLICY).build();
    commit(one, other);
    holdAll();
    List<Claim> claims = claimToMerge();
    store().merge(whole(one).build(), claims.subList(0, 1));

    assertThat(store().merge(whole(other).build(), claims)).isFalse();
    assertThat(find(one).mergedInto()).contains(whole(one).build().id());
    assertThat(find(other).state()).isEqualTo(State.OPEN);
  }

  @Test
  final void mergeNeedsDistinctParts() {
    Alert part = alert(1).mergePolicy(POLICY).build();
    commit(part);
    holdAll();
    Claim claim = claimToMerge().get(0);

    assertThatThrownBy(() -> store().merge(whole(part).build(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().merge(whole(part).build(), List.of(claim, claim)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().merge(part, List.of(claim)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(find(part).state()).isEqualTo(State.OPEN);
  }

  @Test
  final void partsAreNotLostIntoAnAlertThatIsKnown() {
    Alert part = alert(1).mergePolicy(POLICY).build();
    Alert known = whole(part).outputs(List.of()).build();
    commit(part, known);
    holdAll();
    List<Claim> claims = claimToMerge();

    assertThatThrownBy(() -> store().merge(known, claims))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(find(part).state()).isEqualTo(State.OPEN);
  }

  @Test
  final void partsAreNotPurgedBeforeTheirWhole() {
    Alert part = alert(1).mergePolicy(POLICY).build();
    commit(part);
    holdAll();
    Alert whole = whole(part).outputs(List.of(SLACK)).build();
    store().merge(whole, claimToMerge());

    assertThat(store().purgeFinished(NOON.plusSeconds(1))).isZero();
    store().settle(onlyClaim(), Map.of(SLACK, Delivery.delivered()));
    assertThat(store().purgeFinished(NOON.plusSeconds(1))).isEqualTo(2);
    assertThat(store().find(part.id())).isEmpty();
  }
}
