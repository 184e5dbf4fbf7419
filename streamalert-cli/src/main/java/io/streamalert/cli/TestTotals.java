package io.streamalert.cli;

import io.streamalert.testkit.events.EventResult;
import java.util.List;

/**
 * How many tests there were.
 *
 * @param passed how many passed
 * @param failed how many failed, or could not be run
 * @param unreadable how many files could not be read
 */
record TestTotals(int passed, int failed, int unreadable) {

  static final TestTotals NONE = new TestTotals(0, 0, 0);

  int total() {
    return passed + failed;
  }

  boolean isFine() {
    return failed == 0 && unreadable == 0;
  }

  TestTotals plusFile(boolean readable, List<EventResult> results) {
    int good = (int) results.stream().filter(EventResult::isPassed).count();
    return new TestTotals(
        passed + good, failed + results.size() - good, unreadable + (readable ? 0 : 1));
  }
}
