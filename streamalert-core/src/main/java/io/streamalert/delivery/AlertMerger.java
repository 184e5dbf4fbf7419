package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.MergeGroup;
import io.streamalert.alert.MergeGroups;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns alerts that wait to be merged into merged ones. A runtime calls {@link #sweep} from time to
 * time, such as once a minute; the merged alerts are then due for an {@link AlertProcessor} like
 * any other.
 *
 * <p>Nothing is lost wherever a sweep ends: an alert stays open until {@link AlertStore#merge} has
 * stored the one that it is a part of, in one step. What a sweep left under a claim is taken up
 * again when its lease has ended. As groups close by the times of their alerts and not by the time
 * of the sweep, the merged alerts are the same then.
 *
 * <p>Immutable and safe for use by many threads and processes on one store.
 */
public final class AlertMerger {

  /** How long claims last by default, in minutes: {@value}. */
  public static final int DEFAULT_LEASE_MINUTES = 5;

  /**
   * The most alerts of one rule in a sweep: {@value}. The oldest are taken; groups that go beyond
   * are cut there and become two.
   */
  public static final int LIMIT_ALERTS = 100_000;

  private static final int CLAIMS_AT_ONCE = 5_000;

  private final AlertStore store;
  private final Duration lease;

  private AlertMerger(AlertStore store, Duration lease) {
    this.store = store;
    this.lease = lease;
  }

  /**
   * A merger whose claims last {@value #DEFAULT_LEASE_MINUTES} minutes.
   *
   * @param store where the alerts are
   * @return the merger
   */
  public static AlertMerger over(AlertStore store) {
    return over(store, Duration.ofMinutes(DEFAULT_LEASE_MINUTES));
  }

  /**
   * A merger.
   *
   * @param store where the alerts are
   * @param lease how long its claims last; longer than the work on the alerts of one rule takes
   * @return the merger
   * @throws IllegalArgumentException if the lease is not positive
   */
  public static AlertMerger over(AlertStore store, Duration lease) {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("A lease must be positive, but is " + lease);
    }
    return new AlertMerger(Objects.requireNonNull(store, "store"), lease);
  }

  /**
   * Merges the groups that are closed and holds the other alerts until theirs close, rule by rule.
   * What fails for a group or a rule is in the report and disturbs no other.
   *
   * @param now the present time
   * @return what was done
   * @throws java.io.UncheckedIOException if the store cannot even tell the rules
   */
  public MergeReport sweep(Instant now) {
    MergeReport.Tally tally = new MergeReport.Tally();
    for (String rule : store.rulesToMerge(now)) {
      attempt(rule, tally, () -> sweep(rule, now, tally));
    }
    return new MergeReport(tally);
  }

  private void sweep(String rule, Instant now, MergeReport.Tally tally) {
    Map<AlertId, Claim> claims = claims(rule, now);
    List<Alert> alerts =
        claims.values().stream().map(claim -> claim.alert().alert()).toList();
    MergeGroups groups = MergeGroups.of(alerts, now);
    for (MergeGroup group : groups.closed()) {
      attempt(rule, tally, () -> merge(group, claims, tally));
    }
    for (MergeGroup group : groups.waiting()) {
      attempt(rule, tally, () -> hold(group, claims, tally));
    }
  }

  private Map<AlertId, Claim> claims(String rule, Instant now) {
    Map<AlertId, Claim> claims = new LinkedHashMap<>();
    int taken = CLAIMS_AT_ONCE;
    while (taken == CLAIMS_AT_ONCE && claims.size() < LIMIT_ALERTS) {
      List<Claim> more = store.claimToMerge(rule, now, lease, CLAIMS_AT_ONCE);
      more.forEach(claim -> claims.put(claim.alert().alert().id(), claim));
      taken = more.size();
    }
    return claims;
  }

  private void merge(MergeGroup group, Map<AlertId, Claim> claims, MergeReport.Tally tally) {
    if (store.merge(group.merged(), of(group, claims))) {
      tally.merged(group.parts().size());
    } else {
      hold(group, claims, tally);
    }
  }

  private void hold(MergeGroup group, Map<AlertId, Claim> claims, MergeReport.Tally tally) {
    of(group, claims).forEach(claim -> store.hold(claim, group.closesAt()));
    tally.waiting(group.parts().size());
  }

  private static List<Claim> of(MergeGroup group, Map<AlertId, Claim> claims) {
    return group.parts().stream()
        .map(part -> Objects.requireNonNull(claims.get(part.id())))
        .toList();
  }

  /** Whatever breaks is a value in the report, except what ends the process. */
  private static void attempt(String rule, MergeReport.Tally tally, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError broken) {
      tally.failed(rule, broken);
    }
  }
}
