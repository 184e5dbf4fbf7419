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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  /** A candidate and its results, of which there is one a pass: nanoseconds per log. */
  private static final class Contender {

    private final String name;
    private final Candidate candidate;
    private final double[] parse;
    private final double[] work;
    private double garbage;

    Contender(String name, Candidate candidate, int passes) {
      this.name = name;
      this.candidate = candidate;
      this.parse = new double[passes];
      this.work = new double[passes];
    }
  }

  private final List<Contender> contenders;
  private final int passes;

  private RepresentationBenchmark(Work work, int passes) {
    this.passes = passes;
    ObjectMapper mapper = new ObjectMapper();
    contenders = List.of(
        new Contender("Jackson `readTree`", new JacksonTree(mapper, work), passes),
        new Contender("Jackson `Map`", new JacksonMap(mapper, work), passes),
        new Contender("tape over jackson-core's parser", new JacksonTape(work), passes),
        new Contender("**tape by our own scanner**", new SwarTape(work), passes));
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
        .run("Generated workload", Workload.payloads(LOGS, Workload.SEED));
    if (args.length > 2) {
      new RepresentationBenchmark(work, passes)
          .run("Classification corpus", corpus(Path.of(args[2])));
    }
  }

  /**
   * Returns the payloads that are JSON objects or lists, repeated to a number that can be measured.
   */
  private static byte[][] corpus(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<byte[]> payloads = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      byte[] raw = mapper.readTree(line).path("raw").asText().getBytes(StandardCharsets.UTF_8);
      if (tree(mapper, raw).filter(JsonNode::isContainerNode).isPresent()) {
        payloads.add(raw);
      }
    }
    byte[][] repeated = new byte[LOGS / 4][];
    Arrays.setAll(repeated, i -> payloads.get(i % payloads.size()).clone());
    return repeated;
  }

  private static Optional<JsonNode> tree(ObjectMapper mapper, byte[] raw) {
    try {
      return Optional.ofNullable(mapper.readTree(raw));
    } catch (IOException e) {
      return Optional.empty(); // not JSON, as much of the corpus
    }
  }

  private void run(String title, byte[][] logs) {
    checkSameResults(logs);
    for (int pass = -WARM_UP; pass < passes; pass++) {
      for (Contender contender : contenders) {
        long allocated = allocated();
        double nanos = nanos(contender.candidate, logs, Candidate::parse);
        if (pass >= 0) {
          contender.garbage = (double) (allocated() - allocated) / logs.length;
          contender.parse[pass] = nanos;
        }
      }
    }
    for (int pass = -WARM_UP; pass < passes; pass++) {
      for (Contender contender : contenders) {
        double nanos = nanos(contender.candidate, logs, Candidate::parseAndWork);
        if (pass >= 0) {
          contender.work[pass] = nanos;
        }
      }
    }
    print(title, logs);
  }

  private void checkSameResults(byte[][] logs) {
    for (byte[] log : logs) {
      long[] results = contenders.stream()
          .mapToLong(contender -> contender.candidate.parseAndWork(log))
          .distinct()
          .toArray();
      if (results.length != 1) {
        throw new IllegalStateException("candidates differ: " + Arrays.toString(results));
      }
    }
  }

  private static double nanos(
      Candidate candidate, byte[][] logs, ToLongBiFunction<Candidate, byte[]> task) {
    long start = THREADS.getCurrentThreadCpuTime();
    long sum = 0;
    for (byte[] log : logs) {
      sum += task.applyAsLong(candidate, log);
    }
    if (sum == 0) {
      throw new IllegalStateException("nothing was read");
    }
    return (double) (THREADS.getCurrentThreadCpuTime() - start) / logs.length;
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private void print(String title, byte[][] logs) {
    long bytes = Arrays.stream(logs).mapToLong(log -> log.length).sum();
    Contender yardstick = contenders.get(0);
    System.out.printf(
        Locale.ROOT,
        "%n%s: %,d logs of %,d bytes, %d passes%n%n",
        title,
        logs.length,
        bytes / logs.length,
        passes);
    System.out.println(
        "| representation | parse only | with work | ns, parse | ns, with work | garbage per log"
            + " |");
    System.out.println("|---|---|---|---|---|---|");
    for (Contender contender : contenders) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s | %,.0f | %,.0f | %,.0f B |%n",
          contender.name,
          ratio(yardstick.parse, contender.parse),
          ratio(yardstick.work, contender.work),
          median(contender.parse),
          median(contender.work),
          contender.garbage);
    }
  }

  private static String ratio(double[] yardstick, double[] times) {
    double[] ratios = new double[times.length];
    Arrays.setAll(ratios, pass -> yardstick[pass] / times[pass]);
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT, "%.2f (%.2f–%.2f)", median(ratios), ratios[0], ratios[ratios.length - 1]);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
