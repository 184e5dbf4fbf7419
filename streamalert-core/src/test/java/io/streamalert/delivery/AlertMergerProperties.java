package io.streamalert.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Settings;
import io.streamalert.testing.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AlertMergerProperties {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final int END = 7_200;

  @Property(tries = 200)
  void whenSweepsHappenDoesNotMatter(
      @ForAll("alerts") List<Alert> alerts, @ForAll Set<@IntRange(max = END - 1) Integer> seconds) {
    TreeSet<Integer> stops = new TreeSet<>(seconds);
    stops.add(END);

    assertThat(mergedIn(alerts, stops)).isEqualTo(mergedIn(alerts, new TreeSet<>(Set.of(END))));
  }

  /** Alerts are committed when they are created; a sweep at each stop. */
  private static Set<String> mergedIn(List<Alert> alerts, TreeSet<Integer> stops) {
    SteppedClock clock = new SteppedClock();
    AlertStore store = AlertStore.inMemory(clock, Settings.defaults());
    for (int stop : stops) {
      Instant now = NOON.plusSeconds(stop);
      clock.advance(Duration.between(clock.instant(), now));
      List<Alert> present =
          alerts.stream().filter(alert -> !alert.created().isAfter(now)).toList();
      store.commit(Commit.builder().alerts(present).build());
      store.claimDue(now, Duration.ofMinutes(1), 1_000).forEach(claim -> hold(store, claim, now));
      AlertMerger.over(store).sweep(now);
    }
    return store.claimDue(clock.instant().plusSeconds(600), Duration.ofMinutes(1), 1_000).stream()
        .map(claim -> claim.alert().alert().toJson())
        .collect(Collectors.toSet());
  }

  private static void hold(AlertStore store, Claim claim, Instant now) {
    if (claim.alert().alert().mergePolicy().isEnabled()) {
      store.hold(claim, now);
    } else {
      store.release(claim, now);
    }
  }

  @Provide
  Arbitrary<List<Alert>> alerts() {
    return Combinators.combine(
            Arbitraries.of("one", "other"),
            Arbitraries.of("a", "b"),
            Arbitraries.integers().between(0, 3_600),
            Arbitraries.integers().between(1, 20))
        .as(AlertMergerProperties::alert)
        .list()
        .ofMaxSize(120);
  }

  private static Alert alert(String rule, String user, int second, int minutes) {
    String record = "{\"user\":\"" + user + "\",\"second\":" + second + "}";
    return Alert.builder(rule, LogRecord.of("t", record), NOON.plusSeconds(second))
        .outputs(List.of(OutputId.of("slack", "sec")))
        .mergePolicy(MergePolicy.within(Duration.ofMinutes(minutes)).by("user"))
        .build();
  }
}
