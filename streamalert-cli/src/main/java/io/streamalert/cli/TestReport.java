package io.streamalert.cli;

import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import java.util.List;

/** Tells what became of tests. */
interface TestReport {

  /** All tests are about to run for the n-th time of several. */
  void repeats(int time);

  /** The tests of a file ran. */
  void file(EventFile file, List<EventResult> results);

  /** All tests ran, for the last time. */
  void end(TestEnd end);
}
