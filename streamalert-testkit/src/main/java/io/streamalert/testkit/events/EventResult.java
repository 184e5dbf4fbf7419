package io.streamalert.testkit.events;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What became of one test event. Immutable. */
public sealed interface EventResult {

  /**
   * The event.
   *
   * @return the event
   */
  TestEvent event();

  /**
   * Why the test did not pass.
   *
   * @return one line each; empty if it passed; unmodifiable
   */
  List<String> reasons();

  /**
   * Whether the test passed.
   *
   * @return true for {@link Passed}
   */
  default boolean isPassed() {
    return this instanceof Passed;
  }

  /**
   * Answers by outcome.
   *
   * @param <T> the type of the answer
   * @param passed for a test that passed
   * @param failed for one of which something was not as expected
   * @param errored for one that could not be run
   * @return the answer
   */
  default <T> T fold(
      Function<? super Passed, ? extends T> passed,
      Function<? super Failed, ? extends T> failed,
      Function<? super Errored, ? extends T> errored) {
    if (this instanceof Passed p) {
      return passed.apply(p);
    }
    return this instanceof Failed f ? failed.apply(f) : errored.apply((Errored) this);
  }

  /**
   * All was as expected.
   *
   * @param event the event
   * @param findings what was seen
   */
  record Passed(TestEvent event, EventFindings findings) implements EventResult {

    /**
     * Checks the parts.
     *
     * @param event the event
     * @param findings what was seen
     */
    public Passed {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(findings, "findings");
    }

    @Override
    public List<String> reasons() {
      return List.of();
    }
  }

  /**
   * Something was not as expected.
   *
   * @param event the event
   * @param findings what was seen
   * @param reasons what was not as expected and why, one line each; they show values of publications
   *     that a publisher test looked at, and no others
   */
  record Failed(TestEvent event, EventFindings findings, List<String> reasons)
      implements EventResult {

    /**
     * Copies the reasons.
     *
     * @param event the event
     * @param findings what was seen
     * @param reasons what was not as expected
     */
    public Failed {
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(findings, "findings");
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The test could not be run: the event is not as it must be, or names what there is not.
   *
   * @param event the event
   * @param reasons why, with file, place and mend, one line each
   */
  record Errored(TestEvent event, List<String> reasons) implements EventResult {

    /**
     * Copies the reasons.
     *
     * @param event the event
     * @param reasons why
     */
    public Errored {
      Objects.requireNonNull(event, "event");
      reasons = List.copyOf(reasons);
    }
  }
}
