package io.streamalert.cli;

import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import io.streamalert.testkit.events.EventRunner;
import io.streamalert.testkit.events.TestEvent;
import io.streamalert.testkit.mutation.MutationReport;
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
  int run(TestMode mode) {
    int repeat = mode.repeat();
    TestTotals totals = TestTotals.NONE;
    for (int time = 1; time <= repeat && totals.isFine(); time++) {
      if (repeat > 1) {
        report.repeats(time);
      }
      totals = runOnce();
    }
    TestEnd end = new TestEnd(
        totals,
        runner.untestedRules(selection.events()),
        runner.statistics(),
        mode.mutations() ? mutate() : List.of());
    report.end(end);
    boolean fine = totals.isFine() && end.score() * 100 >= mode.leastScore();
    return fine ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  /** All events of the chosen files tell of a chosen rule, also those that do not expect it. */
  private List<MutationReport> mutate() {
    List<TestEvent> events =
        selection.files().stream().flatMap(file -> file.events().stream()).toList();
    return runner.mutate(events, selection.chosenRules(runner.rules()));
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
