package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.MergeGroups;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.StoredAlert.State;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Settings;
import io.streamalert.testing.SteppedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertMergerTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final MergePolicy POLICY =
      MergePolicy.within(Duration.ofMinutes(10)).by("user");

  private final SteppedClock clock = new SteppedClock();
  private final AlertStore store = AlertStore.inMemory(clock, Settings.defaults());
  private final AlertMerger merger = AlertMerger.over(store, LEASE);

  @Test
  void alertsWaitForTheEndOfTheirWindow() {
    List<Alert> alerts = List.of(alert("r", "a", 0), alert("r", "a", 30), alert("r", "b", 60));
    hold(store, alerts);

    MergeReport early = merger.sweep(clock.instant());
    assertThat(early.merged()).isZero();
    assertThat(early.waiting()).isEqualTo(3);
    assertThat(find(alerts.get(1)).heldUntil()).contains(NOON.plusSeconds(600));
    assertThat(store.rulesToMerge(NOON.plusSeconds(599))).isEmpty();

    clock.advance(Duration.ofMinutes(10));
    MergeReport late = merger.sweep(clock.instant());
    assertThat(late).hasToString("MergeReport[merged=1, parts=2, waiting=1, errors={}]");
    AlertId whole = AlertId.merged("r", alerts.get(0).id());
    assertThat(find(alerts.get(0)).mergedInto()).contains(whole);
    assertThat(find(alerts.get(1)).mergedInto()).contains(whole);
    assertThat(find(alerts.get(2)).state()).isEqualTo(State.OPEN);
    assertThat(store.claimDue(clock.instant(), LEASE, 10)).singleElement().satisfies(claim -> {
      assertThat(claim.alert().alert().id()).isEqualTo(whole);
      assertThat(claim.alert().alert().created()).isEqualTo(NOON.plusSeconds(600));
    });
  }

  @Test
  void fullGroupIsSentBeforeItsWindowEnds() {
    hold(
        store,
        IntStream.range(0, MergeGroups.LIMIT_PARTS + 1)
            .mapToObj(each -> alert("r", "a", 0))
            .toList());

    assertThat(merger.sweep(clock.instant()))
        .hasToString("MergeReport[merged=1, parts=50, waiting=1, errors={}]");
  }

  @Test
  void alertsThatTheProcessorHasNotDoneAreLeftAlone() {
    store.commit(Commit.builder().alerts(List.of(alert("r", "a", 0))).build());
    clock.advance(Duration.ofHours(1));

    assertThat(merger.sweep(clock.instant()).parts()).isZero();
    assertThat(store.claimDue(clock.instant(), LEASE, 10)).hasSize(1);
  }

  @Test
  void lostClaimMergesNothingAndIsLookedAtAgain() {
    Alert one = alert("r", "a", 0);
    hold(store, List.of(one, alert("r", "a", 1)));
    clock.advance(Duration.ofHours(1));
    AlertStore slow = wrapped((call, work) -> {
      if (call.equals("merge")) {
        store.claimToMerge("r", clock.instant().plus(LEASE), LEASE, 1);
      }
      return work.call();
    });

    assertThat(AlertMerger.over(slow, LEASE).sweep(clock.instant()))
        .hasToString("MergeReport[merged=0, parts=0, waiting=2, errors={}]");
    clock.advance(LEASE.multipliedBy(2));
    assertThat(merger.sweep(clock.instant()).parts()).isEqualTo(2);
    assertThat(find(one).state()).isEqualTo(State.MERGED);
  }

  @Test
  void failureOfOneRuleDisturbsNoOther() {
    hold(store, List.of(alert("bad", "a", 0), alert("good", "a", 0)));
    clock.advance(Duration.ofHours(1));
    AlertStore broken = wrapped((call, work) -> {
      Object result = work.call();
      if (call.equals("claimToMerge") && firstCall()) {
        throw new UncheckedIOException(new IOException("hunter2"));
      }
      return result;
    });

    assertThat(AlertMerger.over(broken, LEASE).sweep(clock.instant()))
        .hasToString("MergeReport[merged=1, parts=1, waiting=0, errors={bad=Merging failed with"
            + " java.io.UncheckedIOException}]");
    clock.advance(LEASE);
    assertThat(merger.sweep(clock.instant()).merged()).isEqualTo(1);
  }

  private boolean failed;

  private boolean firstCall() {
    boolean first = !failed;
    failed = true;
    return first;
  }

  @Test
  void leaseIsPositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> AlertMerger.over(store, Duration.ZERO));
  }

  /** Before and after each call the process may end. Whatever was done stays, the rest is made up. */
  @Test
  void nothingIsLostOrDoubledWhereverTheProcessEnds() {
    List<Alert> alerts = manyAlerts();
    Map<AlertId, String> undisturbed = afterSweeps(alerts, Integer.MAX_VALUE, false);
    int calls = 0;
    for (int call = 0; call < Death.MOST_CALLS; call++) {
      assertThat(afterSweeps(alerts, call, false))
          .as("dead before %d", call)
          .isEqualTo(undisturbed);
      assertThat(afterSweeps(alerts, call, true)).as("dead after %d", call).isEqualTo(undisturbed);
      calls += failed ? 1 : 0;
    }
    assertThat(calls).as("calls of an undisturbed sweep").isBetween(10, Death.MOST_CALLS - 1);
    assertThat(undisturbed.values()).anyMatch(text -> text.startsWith("MERGED"));
    assertThat(undisturbed.values()).anyMatch(text -> text.startsWith("OPEN held"));
  }

  private Map<AlertId, String> afterSweeps(List<Alert> alerts, int deadAt, boolean after) {
    SteppedClock time = new SteppedClock();
    AlertStore real = AlertStore.inMemory(time, Settings.defaults());
    hold(real, alerts);
    time.advance(Duration.ofMinutes(20));
    int[] calls = {0};
    failed = false;
    AlertStore mortal = wrapped(real, (call, work) -> {
      boolean now = calls[0]++ == deadAt;
      failed |= now;
      if (now && !after) {
        throw new Death();
      }
      Object result = work.call();
      if (now) {
        throw new Death();
      }
      return result;
    });
    try {
      AlertMerger.over(mortal, LEASE).sweep(time.instant());
    } catch (Death death) {
      assertThat(failed).isTrue();
    }
    time.advance(LEASE);
    AlertMerger.over(real, LEASE).sweep(time.instant());
    return states(real, alerts, time.instant());
  }

  /** State, whole and hold of each alert, and each merged alert with its content. */
  private static Map<AlertId, String> states(AlertStore store, List<Alert> alerts, Instant now) {
    Map<AlertId, String> states = new TreeMap<>();
    for (Alert alert : alerts) {
      StoredAlert stored = store.find(alert.id()).orElseThrow();
      states.put(
          alert.id(),
          stored.state()
              + stored.heldUntil().map(until -> " held until " + until).orElse("")
              + stored.mergedInto().map(whole -> " into " + whole).orElse(""));
    }
    for (Claim claim : store.claimDue(now, LEASE, 1_000)) {
      states.put(claim.alert().alert().id(), claim.alert().alert().toJson());
    }
    return states;
  }

  private static List<Alert> manyAlerts() {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < 53; i++) {
      alerts.add(alert("full", "a", i));
    }
    alerts.addAll(List.of(
        alert("r", "a", 0), alert("r", "b", 10), alert("r", "a", 20), alert("r", "a", 900)));
    alerts.add(alert("young", "a", 1_195));
    return alerts;
  }

  /** Ends the process: no code of ours catches it. */
  private static final class Death extends Error {
    private static final int MOST_CALLS = 40;
    private static final long serialVersionUID = 1L;
  }

  private interface Call {
    Object call() throws Throwable;
  }

  private interface Around {
    Object call(String method, Call work) throws Throwable;
  }

  private AlertStore wrapped(Around around) {
    return wrapped(store, around);
  }

  private static AlertStore wrapped(AlertStore real, Around around) {
    return (AlertStore) Proxy.newProxyInstance(
        AlertStore.class.getClassLoader(),
        new Class<?>[] {AlertStore.class},
        (proxy, method, arguments) -> around.call(method.getName(), () -> {
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  private StoredAlert find(Alert alert) {
    return store.find(alert.id()).orElseThrow();
  }

  /** Commits alerts and has them held, as a processor does that has nothing to send first. */
  static void hold(AlertStore store, List<Alert> alerts) {
    store.commit(Commit.builder().alerts(alerts).build());
    Instant late = NOON.plus(Duration.ofDays(1));
    store
        .claimDue(late, LEASE, alerts.size())
        .forEach(claim -> store.hold(claim, claim.alert().alert().created()));
  }

  private static Alert alert(String rule, String user, int second) {
    return Alert.builder(
            rule,
            LogRecord.of("t", "{\"user\":\"" + user + "\",\"second\":" + second + "}"),
            NOON.plusSeconds(second))
        .outputs(List.of(OutputId.of("slack", "sec")))
        .mergePolicy(POLICY)
        .build();
  }
}
