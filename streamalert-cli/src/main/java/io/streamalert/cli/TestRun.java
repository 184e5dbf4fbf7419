package io.streamalert.cli;

import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import io.streamalert.testkit.events.EventRunner;
import java.util.List;

/** Runs the chosen tests, perhaps several times. */
final class TestRun {

  private final EventSelection selection;
  private final EventRunner runner;
  private final TestReport report;

  TestRun(EventSelection selection, EventRunner runner, TestReport report) {
    this.selection = selection;
    this.runner = runner;
    this.report = report;
  }

  /** The exit code. */
  int run(int repeat) {
    TestTotals totals = TestTotals.NONE;
    for (int time = 1; time <= repeat && totals.isFine(); time++) {
      if (repeat > 1) {
        report.repeats(time);
      }
      totals = runOnce();
    }
    report.end(totals, runner.untestedRules(selection.events()), runner.statistics());
    return totals.isFine() ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private TestTotals runOnce() {
    TestTotals totals = TestTotals.NONE;
    for (EventFile file : selection.files()) {
      List<EventResult> results =
          selection.events(file).stream().map(runner::run).toList();
      totals = totals.plusFile(file.problem().isEmpty(), results);
      report.file(file, results);
    }
    return totals;
  }
}
