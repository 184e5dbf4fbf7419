package io.streamalert.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Runs {@link ClassificationBenchmark} and {@link PipelineBenchmark} in several JVMs, one after the other, and prints the tables of
 * {@code docs/benchmarks.md}: what the compiler makes of the code differs from JVM to JVM by more
 * than from pass to pass. The JVMs get the options of this one.
 */
public final class Report {

  private final Map<String, Map<String, List<Row>>> forksByLogsAndWay = new LinkedHashMap<>();

  private Report() {}

  /**
   * Prints the tables.
   *
   * @param args the number of forks, the number of passes in each, and, if wanted, a folder of files
   *     with CloudTrail records
   * @throws IOException if a fork cannot be run or failed
   * @throws InterruptedException if the thread is interrupted
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Report report = new Report();
    List<String> forkArgs = Arrays.asList(args).subList(1, args.length);
    for (int fork = Integer.parseInt(args[0]); fork > 0; fork--) {
      report.runFork(ClassificationBenchmark.class, forkArgs);
      report.runFork(PipelineBenchmark.class, forkArgs.subList(0, 1));
    }
    report.forksByLogsAndWay.forEach(Report::print);
  }

  private void runFork(Class<?> benchmark, List<String> args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(benchmark.getName());
    command.addAll(args);
    Process fork = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    try (BufferedReader rows = fork.inputReader(UTF_8)) {
      rows.lines().map(Row::parse).forEach(this::add);
    }
    if (fork.waitFor() != 0) {
      throw new IOException("a fork ended with exit code " + fork.exitValue());
    }
  }

  private void add(Row row) {
    forksByLogsAndWay
        .computeIfAbsent(row.logs(), logs -> new LinkedHashMap<>())
        .computeIfAbsent(row.way(), way -> new ArrayList<>())
        .add(row);
  }

  private static void print(String logs, Map<String, List<Row>> ways) {
    String base = ways.values().iterator().next().get(0).base();
    System.out.println(System.lineSeparator() + "| " + logs
        + " | times readTree, median (least–greatest) of the forks"
        + " | time, times that of " + base
        + " | ns a log | result | candidates a record |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    ways.forEach((way, forks) -> System.out.println(String.format(
        Locale.ROOT,
        "| %s | %s | %s | %,.0f | %,d | %s |",
        way,
        spread(forks, Row::timesReadTree),
        spread(forks, Row::timeOfBase),
        spread(forks, Row::nanos).median(),
        forks.get(0).result(),
        candidates(forks.get(0)))));
  }

  private static String candidates(Row row) {
    return Double.isNaN(row.candidates())
        ? "–"
        : String.format(Locale.ROOT, "%.2f", row.candidates());
  }

  private static Spread spread(List<Row> forks, ToDoubleFunction<Row> value) {
    return Spread.of(forks.stream().mapToDouble(value).toArray());
  }
}
