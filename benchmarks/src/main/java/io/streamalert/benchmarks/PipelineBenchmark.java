package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamalert.Run;
import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The speed of the whole pipeline on one core, against {@link ObjectMapper#readTree(byte[])} on the same logs in the
 * same run. Passes alternate, and a ratio is taken within a pass.
 */
public final class PipelineBenchmark {

  private static final int WARM_UP = 5;
  private static final int LOGS = 200_000;
  private static final int BATCH = 256;

  /** A way to go once over all logs; returns something that depends on all of them. */
  private interface Pass {
    long run() throws IOException;
  }

  private final Map<String, Pass> passes = new LinkedHashMap<>();
  private final List<List<RawLog>> batches;

  private PipelineBenchmark(byte[][] logs) {
    ObjectMapper mapper = new ObjectMapper();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rulesFrom(new CommunityRules())
        .build();
    this.batches = batches(logs);
    passes.put("Jackson `readTree`", () -> readTree(mapper, logs));
    passes.put("classify and normalise", () -> classify(streamAlert));
    passes.put("the same, and look at all normalised values", () -> normalise(streamAlert));
    passes.put("classify, normalise and run the rules (`process`)", () -> process(streamAlert));
  }

  /**
   * Prints the table.
   *
   * @param args the number of passes, default 15
   * @throws IOException if a log cannot be read
   */
  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    new PipelineBenchmark(Workload.payloads(LOGS, Workload.SEED)).print(count);
  }

  private static List<List<RawLog>> batches(byte[][] logs) {
    LogSource source = LogSource.of("s3", "benchmark");
    Position file = Position.of("file", "benchmark");
    List<List<RawLog>> batches = new ArrayList<>();
    for (int from = 0; from < logs.length; from += BATCH) {
      List<RawLog> batch = new ArrayList<>(BATCH);
      for (int i = from; i < Math.min(logs.length, from + BATCH); i++) {
        batch.add(RawLog.of(source, file.then(i), logs[i]));
      }
      batches.add(batch);
    }
    return batches;
  }

  private static long readTree(ObjectMapper mapper, byte[][] logs) throws IOException {
    long fields = 0;
    for (byte[] log : logs) {
      fields += mapper.readTree(log).size();
    }
    return fields;
  }

  private long classify(StreamAlert streamAlert) {
    long records = 0;
    for (List<RawLog> batch : batches) {
      for (Classification outcome : streamAlert.classify(batch)) {
        records += outcome.records().size();
      }
    }
    return records;
  }

  /** Normalised values are worked out when they are looked at. */
  private long normalise(StreamAlert streamAlert) {
    long normalised = 0;
    for (List<RawLog> batch : batches) {
      for (Classification outcome : streamAlert.classify(batch)) {
        for (LogRecord record : outcome.records()) {
          normalised += record.at(LogRecord.NORMALIZATION_KEY).fields().isEmpty() ? 0 : 1;
        }
      }
    }
    return normalised;
  }

  private long process(StreamAlert streamAlert) {
    long alerts = 0;
    for (List<RawLog> batch : batches) {
      Run run = streamAlert.process(batch);
      if (run.summary().deadLetters() > 0) {
        throw new IllegalStateException("the workload has logs that fit no schema");
      }
      alerts += run.alerts().size();
    }
    return alerts;
  }

  private void print(int count) throws IOException {
    Map<String, double[]> nanos = new LinkedHashMap<>();
    Map<String, Long> results = new LinkedHashMap<>();
    for (int pass = -WARM_UP; pass < count; pass++) {
      for (Map.Entry<String, Pass> entry : passes.entrySet()) {
        long start = System.nanoTime();
        results.put(entry.getKey(), entry.getValue().run());
        double took = (double) (System.nanoTime() - start) / LOGS;
        if (pass >= 0) {
          nanos.computeIfAbsent(entry.getKey(), name -> new double[count])[pass] = took;
        }
      }
    }
    System.out.println("| what | times readTree, median (least–greatest) | ns a log | result |");
    System.out.println("| --- | --- | --- | --- |");
    double[] yardstick = nanos.values().iterator().next();
    nanos.forEach((name, took) ->
        System.out.println(row(name, yardstick, took, results.getOrDefault(name, 0L))));
  }

  private static String row(String name, double[] yardstick, double[] took, long result) {
    double[] ratios = new double[took.length];
    Arrays.setAll(ratios, pass -> yardstick[pass] / took[pass]);
    Arrays.sort(ratios);
    double[] sorted = took.clone();
    Arrays.sort(sorted);
    int middle = ratios.length / 2;
    return String.format(
        Locale.ROOT,
        "| %s | %.2f (%.2f–%.2f) | %,.0f | %,d |",
        name,
        ratios[middle],
        ratios[0],
        ratios[ratios.length - 1],
        sorted[middle],
        result);
  }
}
