package io.streamalert.cli;

import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import java.util.List;

/** Tells a person of tests, file by file as they run. */
final class HumanTestReport implements TestReport {

  private final TestLines lines;
  private final Output out;
  private final boolean quiet;
  private final TestDetails details;

  HumanTestReport(TestLines lines, Output out, boolean quiet, TestDetails details) {
    this.lines = lines;
    this.out = out;
    this.quiet = quiet;
    this.details = details;
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
  public void end(TestEnd end) {
    lines.summary(end.totals()).forEach(out::line);
    if (details.untested() && !end.untestedRules().isEmpty()) {
      out.line("\nRules without a test event:");
      end.untestedRules().forEach(rule -> out.line("- " + rule));
    }
    if (details.mutations()) {
      lines.mutations(end).forEach(out::line);
    }
    if (details.stats()) {
      out.line("\nRule statistics:");
      end.statistics().report().lines().forEach(out::line);
    }
  }
}
