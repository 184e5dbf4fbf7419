package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamalert.benchmarks.Passes.Timed;
import java.io.IOException;
import java.util.List;

/**
 * One fork of {@link Report}: the speed of the whole pipeline on one core with the rules that ship, ten
 * times and a hundred times as many, against {@link ObjectMapper#readTree(byte[])} and AWS
 * event-ruler on the same logs. Prints a line for each {@link Row}.
 */
public final class PipelineBenchmark {

  private static final int WARM_UP = 5;
  private static final int LOGS = 100_000;
  private static final String TITLE = "whole pipeline";

  private PipelineBenchmark() {}

  /**
   * Measures.
   *
   * @param args the number of passes
   * @throws IOException if a log cannot be read
   */
  public static void main(String[] args) throws IOException {
    Logs logs = Logs.generated(LOGS);
    List<RuleSet> sets = List.of(RuleSet.times(1), RuleSet.times(10), RuleSet.times(100));
    Ways ways = new Ways(logs);
    Passes passes = new Passes(LOGS, WARM_UP)
        .add("Jackson `readTree`", ways::readTree)
        .add("classify and normalise", () -> ways.classify(sets.get(0).streamAlert()));
    for (RuleSet set : sets) {
      passes.add("`process` with " + rules(set), () -> ways.process(set.streamAlert()));
    }
    for (RuleSet set : sets) {
      passes.add("event-ruler with those of " + rules(set), () -> ways.match(set.machine()));
    }
    List<Timed> timed = passes.time(Integer.parseInt(args[0]));
    for (int i = 0; i < timed.size(); i++) {
      boolean process = i >= 2 && i < 2 + sets.size();
      print(timed, i, process ? sets.get(i - 2).candidates(logs) : Double.NaN);
    }
  }

  private static String rules(RuleSet set) {
    return "%,d rules".formatted(set.size());
  }

  private static void print(List<Timed> ways, int number, double candidates) {
    Timed way = ways.get(number);
    Row row = new Row(
        TITLE,
        way.name(),
        "`process` with the rules that ship",
        way.timesAsFastAs(ways.get(0)).median(),
        ways.get(2).timesAsFastAs(way).median(),
        way.nanos().median(),
        way.result(),
        candidates);
    System.out.println(row.toLine());
  }
}
