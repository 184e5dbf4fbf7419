package io.streamalert.testkit;

import io.streamalert.alert.Alert;
import io.streamalert.rule.Rule;

/**
 * The words of this test kit for AssertJ, beside those of {@code Assertions}: both can be imported
 * statically together.
 */
public final class StreamAlertAssertions {

  private StreamAlertAssertions() {}

  /**
   * Starts to assert what became of logs.
   *
   * @param actual what {@link StreamAlertExtension#process} and its like returned
   * @return the words
   */
  public static RunAssert assertThat(TestRun actual) {
    return new RunAssert(actual);
  }

  /**
   * Starts to assert what was sent.
   *
   * @param actual what {@link StreamAlertExtension#advance} returned
   * @return the words
   */
  public static SentAssert assertThat(Sent actual) {
    return new SentAssert(actual);
  }

  /**
   * Starts to assert what an alert says.
   *
   * @param actual the alert
   * @return the words
   */
  public static AlertAssert assertThat(Alert actual) {
    return new AlertAssert(actual);
  }

  /**
   * Starts to try a rule on records that are made up.
   *
   * @param actual the rule
   * @return the words
   */
  public static RuleAssert assertThat(Rule actual) {
    return new RuleAssert(actual);
  }
}
