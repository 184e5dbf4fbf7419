package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.streamalert.record.JacksonTape;
import io.streamalert.record.SwarTape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/**
 * Compares ways to hold a parsed log, against {@link ObjectMapper#readTree(byte[])} in the same
 * run.
 *
 * <p>Passes alternate: each pass runs every candidate once over all logs, so that what disturbs the
 * machine disturbs all of them. A ratio is taken within a pass; the table gives its median and its
 * least and greatest value. Time is the CPU time of the one thread that works, so that other
 * processes disturb little; collecting garbage is not in it.
 */
public final class RepresentationBenchmark {

  private static final int WARM_UP = 3;
  private static final int LOGS = 200_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private record Result(double[] nanosPerLog, double bytesPerLog) {}

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final int passes;

  private RepresentationBenchmark(Work work, int passes) {
    this.passes = passes;
    ObjectMapper mapper = new ObjectMapper();
    candidates.put("Jackson `readTree`", new JacksonTree(mapper, work));
    candidates.put("Jackson `Map`", new JacksonMap(mapper, work));
    candidates.put("tape over jackson-core's parser", new JacksonTape(work));
    candidates.put("SWAR tape (`JsonScanner`)", new SwarTape(work));
  }

  /**
   * Prints a table for the generated workload and, if given, one for the corpus.
   *
   * @param args a configuration directory, the number of passes, and the corpus of classification
   * @throws IOException if something cannot be read
   */
  public static void main(String[] args) throws IOException {
    Work work = new Work(Path.of(args[0]));
    int passes = args.length > 1 ? Integer.parseInt(args[1]) : 15;
    new RepresentationBenchmark(work, passes)
        .print("generated workload", Workload.payloads(LOGS, Workload.SEED));
    if (args.length > 2) {
      new RepresentationBenchmark(work, passes)
          .print("classification corpus", corpus(Path.of(args[2])));
    }
  }

  /**
   * Returns the payloads that are JSON objects or lists, repeated to a number that can be measured.
   */
  private static byte[][] corpus(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<byte[]> payloads = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      byte[] raw = mapper.readTree(line).path("raw").textValue().getBytes(StandardCharsets.UTF_8);
      try {
        JsonNode value = mapper.readTree(raw);
        if (value != null && value.isContainerNode()) {
          payloads.add(raw);
        }
      } catch (IOException e) {
        continue; // not JSON, which is most of the corpus
      }
    }
    byte[][] repeated = new byte[LOGS / 4][];
    Arrays.setAll(repeated, i -> payloads.get(i % payloads.size()).clone());
    return repeated;
  }

  private void print(String title, byte[][] logs) {
    long bytes = Arrays.stream(logs).mapToLong(log -> log.length).sum();
    checkSameResults(logs);
    Map<String, Result> parse = measure(logs, Candidate::parse);
    Map<String, Result> worked = measure(logs, Candidate::parseAndWork);
    System.out.printf(
        Locale.ROOT, "%n%s: %,d logs, %,d bytes each%n%n", title, logs.length, bytes / logs.length);
    System.out.println(
        "| representation | parse only | with work | ns per log | with work | garbage per log |");
    System.out.println("|---|---|---|---|---|---|");
    for (String name : candidates.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %,.0f | %,.0f | %,.0f B |%n",
          name,
          ratio(parse, name),
          ratio(worked, name),
          median(parse.get(name).nanosPerLog),
          median(worked.get(name).nanosPerLog),
          parse.get(name).bytesPerLog);
    }
  }

  private void checkSameResults(byte[][] logs) {
    for (byte[] log : logs) {
      long[] results = candidates.values().stream()
          .mapToLong(candidate -> candidate.parseAndWork(log))
          .distinct()
          .toArray();
      if (results.length != 1) {
        throw new IllegalStateException("candidates differ: " + Arrays.toString(results));
      }
    }
  }

  private Map<String, Result> measure(byte[][] logs, ToLongBiFunction<Candidate, byte[]> task) {
    Map<String, Result> results = new LinkedHashMap<>();
    for (int pass = -WARM_UP; pass < passes; pass++) {
      for (Map.Entry<String, Candidate> candidate : candidates.entrySet()) {
        long allocated = allocated();
        long start = THREADS.getCurrentThreadCpuTime();
        run(candidate.getValue(), logs, task);
        double nanos = (double) (THREADS.getCurrentThreadCpuTime() - start) / logs.length;
        double garbage = (double) (allocated() - allocated) / logs.length;
        if (pass >= 0) {
          results.computeIfAbsent(
                  candidate.getKey(), name -> new Result(new double[passes], garbage))
              .nanosPerLog[pass] = nanos;
        }
      }
    }
    return results;
  }

  private static void run(
      Candidate candidate, byte[][] logs, ToLongBiFunction<Candidate, byte[]> task) {
    long sum = 0;
    for (byte[] log : logs) {
      sum += task.applyAsLong(candidate, log);
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was read");
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static String ratio(Map<String, Result> results, String name) {
    double[] yardstick = results.values().iterator().next().nanosPerLog;
    double[] ratios = new double[yardstick.length];
    Arrays.setAll(ratios, pass -> yardstick[pass] / results.get(name).nanosPerLog[pass]);
    double[] sorted = ratios.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT, "%.2f (%.2f–%.2f)", median(ratios), sorted[0], sorted[sorted.length - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
