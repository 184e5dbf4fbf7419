package io.streamalert.testkit;

import io.streamalert.testkit.events.EventComposition;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventResult;
import io.streamalert.testkit.events.EventRunner;
import io.streamalert.testkit.events.TestEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * Test events as JUnit tests.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> events() {
 *   return EventTests.in(Path.of("rules"), fixtures -> StreamAlert.builder()
 *       .schemas(schemas)
 *       .rules(new FraudReported())
 *       .tables(fixtures.tables())
 *       .environment(fixtures)
 *       .build());
 * }
 * }</pre>
 */
public final class EventTests {

  private EventTests() {}

  /**
   * A test for each event, and a failing one for each file that cannot be read.
   *
   * @param path a file, or a folder with files
   * @param composition makes what the events are tested on
   * @return the tests in the order of files and events
   * @throws IllegalArgumentException if there is no test file at all
   * @throws UncheckedIOException if the folder cannot be listed
   */
  public static Stream<DynamicTest> in(Path path, EventComposition composition) {
    return in(path, EventRunner.builder(composition).build());
  }

  /**
   * The same with a runner that has its own clock.
   *
   * @param path a file, or a folder with files
   * @param runner runs the events
   * @return the tests in the order of files and events
   * @throws IllegalArgumentException if there is no test file at all
   * @throws UncheckedIOException if the folder cannot be listed
   */
  public static Stream<DynamicTest> in(Path path, EventRunner runner) {
    return files(path).stream().flatMap(file -> tests(file, runner));
  }

  /**
   * A failing test for each rule that no event expects to trigger.
   *
   * @param path a file, or a folder with files
   * @param runner has the rules
   * @return the tests in the order of the names of the rules; empty if all rules are tested
   * @throws IllegalArgumentException if there is no test file at all
   * @throws UncheckedIOException if the folder cannot be listed
   */
  public static Stream<DynamicTest> untestedRules(Path path, EventRunner runner) {
    List<TestEvent> events = new ArrayList<>();
    files(path).forEach(file -> events.addAll(file.events()));
    return runner.untestedRules(events).stream()
        .map(rule -> DynamicTest.dynamicTest(
            rule + " has a test event",
            () -> Assertions.fail("No event in " + path + " names the rule " + rule
                + " in trigger_rules. Add one, or disable the rule.")));
  }

  private static List<EventFile> files(Path path) {
    try {
      List<EventFile> files = EventFile.in(path);
      if (files.isEmpty()) {
        throw new IllegalArgumentException(
            "There is no test file, whose name ends in .json, in " + path);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + path + " cannot be listed", e);
    }
  }

  private static Stream<DynamicTest> tests(EventFile file, EventRunner runner) {
    return file.problem()
        .map(problem -> Stream.of(DynamicTest.dynamicTest(
            file.path().toString(),
            file.path().toUri(),
            () -> Assertions.fail(problem.toString()))))
        .orElseGet(() -> file.events().stream().map(event -> test(file, event, runner)));
  }

  private static DynamicTest test(EventFile file, TestEvent event, EventRunner runner) {
    String name = file.path().getFileName() + "#" + event.index() + " " + event.description();
    return DynamicTest.dynamicTest(name, file.path().toUri(), () -> check(runner.run(event)));
  }

  private static void check(EventResult result) {
    if (!result.isPassed()) {
      Assertions.fail(result.event().file() + "#/" + result.event().index() + ": "
          + String.join("\n", result.reasons()));
    }
  }
}
