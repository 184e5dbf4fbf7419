package io.streamalert.rule;

import io.streamalert.alert.Alert;
import java.util.Objects;
import java.util.function.Function;

/** What a rule made of one record. Immutable. */
public sealed interface RuleOutcome {

  /**
   * The rule.
   *
   * @return its name
   */
  String rule();

  /**
   * Answers by outcome.
   *
   * @param <T> the type of the answer
   * @param triggered for an alert
   * @param notTriggered for a rule that looked and found nothing
   * @param skipped for a rule that did not look
   * @param failed for a rule that broke
   * @return the answer
   */
  default <T> T fold(
      Function<? super Triggered, ? extends T> triggered,
      Function<? super NotTriggered, ? extends T> notTriggered,
      Function<? super Skipped, ? extends T> skipped,
      Function<? super Failed, ? extends T> failed) {
    if (this instanceof Triggered t) {
      return triggered.apply(t);
    }
    if (this instanceof Failed f) {
      return failed.apply(f);
    }
    return this instanceof Skipped s ? skipped.apply(s) : notTriggered.apply((NotTriggered) this);
  }

  /**
   * The rule triggered.
   *
   * @param alert the alert
   */
  record Triggered(Alert alert) implements RuleOutcome {

    /**
     * Checks the alert.
     *
     * @param alert the alert
     */
    public Triggered {
      Objects.requireNonNull(alert, "alert");
    }

    @Override
    public String rule() {
      return alert.ruleName();
    }
  }

  /**
   * The rule looked and did not trigger.
   *
   * @param rule its name
   * @param reason which check said no, in English, without any value of the record
   */
  record NotTriggered(String rule, String reason) implements RuleOutcome {}

  /**
   * The rule did not look: it is switched off, inactive, or for other log types.
   *
   * @param rule its name
   * @param reason why, in English
   */
  record Skipped(String rule, String reason) implements RuleOutcome {}

  /**
   * The rule broke. The other rules were not disturbed.
   *
   * @param rule its name
   * @param step what it was doing: {@code matcher NAME}, {@code matches}, {@code describe}, {@code
   *     staging} (see {@link RuleStaging}) or {@code outputs}
   * @param error what was thrown; its message may hold values of the record, so log it only where
   *     records may be logged
   */
  record Failed(String rule, String step, Throwable error) implements RuleOutcome {

    /** {@return rule, step and type of the error, never its message} */
    @Override
    public String toString() {
      return "Failed[" + rule + " in " + step + ": " + error.getClass().getName() + "]";
    }
  }
}
