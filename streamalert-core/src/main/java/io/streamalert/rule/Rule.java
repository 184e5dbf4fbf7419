package io.streamalert.rule;

import io.streamalert.record.LogRecord;
import java.util.Objects;
import java.util.function.BiPredicate;

/**
 * A detection: what it looks at, by its {@link RuleSpec}, and code for what a condition cannot say.
 *
 * <p>The usual form is a class with a public constructor without arguments:
 *
 * <pre>{@code
 * public final class TrailStopped implements Rule {
 *   private static final RuleSpec SPEC = RuleSpec.named("trail_stopped")
 *       .description("CloudTrail was told to stop logging")
 *       .logs("cloudtrail:events")
 *       .severity(Severity.HIGH)
 *       .where(field("eventName").is("StopLogging"))
 *       .outputs("slack:security")
 *       .build();
 *
 *   public RuleSpec spec() { return SPEC; }
 * }
 * }</pre>
 *
 * <p>Implementers: {@link #matches} runs for each record that the spec lets through, on several
 * threads at once, so keep no state. It may throw: that is reported as {@link RuleOutcome.Failed}
 * and disturbs nothing else.
 */
public interface Rule {

  /**
   * What the rule declares.
   *
   * @return always the same spec
   */
  RuleSpec spec();

  /**
   * Whether the rule triggers, asked only where the spec's own conditions hold.
   *
   * @param record the record
   * @param context what the rule may use, and tell its publishers and outputs; made anew for each
   *     record
   * @return true to trigger; by default always
   */
  default boolean matches(LogRecord record, RuleContext context) {
    return true;
  }

  /**
   * What is to be said of an alert on this record, asked only where the rule triggered.
   *
   * @param record the record
   * @param context the same as {@link #matches} had
   * @return title, severity and more; by default what the spec says
   */
  default AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.none();
  }

  /**
   * A rule that triggers wherever its spec's conditions hold.
   *
   * @param spec the spec
   * @return the rule
   */
  static Rule of(RuleSpec spec) {
    return new SimpleRule(Objects.requireNonNull(spec, "spec"), null);
  }

  /**
   * A rule in one line of code.
   *
   * @param spec the spec
   * @param matches whether it triggers, as {@link #matches}
   * @return the rule
   */
  static Rule of(RuleSpec spec, BiPredicate<LogRecord, RuleContext> matches) {
    return new SimpleRule(
        Objects.requireNonNull(spec, "spec"), Objects.requireNonNull(matches, "matches"));
  }
}
