package io.streamalert.benchmarks;

import io.streamalert.alert.Alert;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.AlertMerger;
import io.streamalert.delivery.AlertStore;
import io.streamalert.delivery.Commit;
import io.streamalert.delivery.MergeReport;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How long the merger takes for many open alerts in a store in memory. Each alert has a CloudTrail record
 * of the workload and one of some keys; all alerts of a key lie within one window.
 */
public final class MergerBenchmark {

  private static final int ALERTS = 100_000;
  private static final int KEYS = 1_000;
  private static final int WARM_UP = 3;
  private static final String KEY = "mergeKey";
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant AFTERWARDS = START.plus(Duration.ofHours(1));
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Clock CLOCK = Clock.fixed(AFTERWARDS, ZoneOffset.UTC);

  private MergerBenchmark() {}

  /**
   * Measures.
   *
   * @param args the number of passes
   */
  public static void main(String[] args) {
    List<Alert> alerts = alerts();
    double[] seconds = new double[Integer.parseInt(args[0])];
    for (int pass = -WARM_UP; pass < seconds.length; pass++) {
      double taken = sweep(store(alerts));
      if (pass >= 0) {
        seconds[pass] = taken;
      }
    }
    System.out.println(String.format(
        Locale.ROOT,
        "%,d open alerts of %,d keys swept in %s s, median (least–greatest) of %d passes",
        ALERTS,
        KEYS,
        Spread.of(seconds),
        seconds.length));
  }

  private static double sweep(AlertStore store) {
    AlertMerger merger = AlertMerger.over(store);
    long start = System.nanoTime();
    MergeReport report = merger.sweep(AFTERWARDS);
    double taken = (System.nanoTime() - start) / 1e9;
    if (report.parts() != ALERTS || !report.errors().isEmpty()) {
      throw new IllegalStateException("not all alerts were merged: " + report);
    }
    return taken;
  }

  /** The alerts as the processor leaves them once their required outputs are served. */
  private static AlertStore store(List<Alert> alerts) {
    AlertStore store = AlertStore.inMemory(CLOCK, Settings.defaults());
    store.commit(Commit.builder().alerts(alerts).build());
    store.claimDue(AFTERWARDS, WINDOW, ALERTS).forEach(claim -> store.hold(claim, AFTERWARDS));
    return store;
  }

  private static List<Alert> alerts() {
    List<FieldValue> records = new FieldValues().records("cloudtrail:events");
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < ALERTS; i++) {
      alerts.add(alert(records.get(i % records.size()), i));
    }
    return alerts;
  }

  private static Alert alert(FieldValue content, int number) {
    FieldValue key = FieldValue.of("key-" + number % KEYS);
    LogRecord record = LogRecord.builder(LogType.of("cloudtrail:events"), content.with(KEY, key))
        .at(Position.of("file", "benchmark", String.valueOf(number)), 0)
        .build();
    Instant created = START.plus(WINDOW.multipliedBy(number).dividedBy(2L * ALERTS));
    return Alert.builder("benchmark", record, created)
        .outputs(Set.of(OutputId.of("aws-firehose", "alerts"), OutputId.of("slack", "security")))
        .mergePolicy(MergePolicy.within(WINDOW).by(KEY))
        .build();
  }
}
