package io.streamalert.cli;

import io.streamalert.rule.RuleStatistics;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import java.util.List;

/** Tells a person of tests, file by file as they run. */
final class HumanTestReport implements TestReport {

  private final TestLines lines;
  private final Output out;
  private final boolean quiet;
  private final boolean listUntested;
  private final boolean stats;

  HumanTestReport(TestLines lines, Output out, boolean quiet, boolean listUntested, boolean stats) {
    this.lines = lines;
    this.out = out;
    this.quiet = quiet;
    this.listUntested = listUntested;
    this.stats = stats;
  }

  @Override
  public void repeats(int time) {
    out.line("\nRepetition #" + time);
  }

  @Override
  public void file(EventFile file, List<EventResult> results) {
    boolean fine = file.problem().isEmpty() && results.stream().allMatch(EventResult::isPassed);
    boolean empty = file.problem().isEmpty() && results.isEmpty();
    if (!empty && !(quiet && fine)) {
      lines.file(file, results).forEach(out::line);
      out.flush();
    }
  }

  @Override
  public void end(TestTotals totals, List<String> untestedRules, RuleStatistics statistics) {
    lines.summary(totals).forEach(out::line);
    if (listUntested && !untestedRules.isEmpty()) {
      out.line("\nRules without a test event:");
      untestedRules.forEach(rule -> out.line("- " + rule));
    }
    if (stats) {
      out.line("\nRule statistics:");
      statistics.report().lines().forEach(out::line);
    }
  }
}
