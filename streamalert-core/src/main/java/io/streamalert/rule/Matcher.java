package io.streamalert.rule;

import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A named question about a record that several rules share, such as "is this from GuardDuty".
 * Implementations must be thread-safe; one that throws makes the rule {@link RuleOutcome.Failed}.
 */
public interface Matcher {

  /**
   * The name, for explanations. Asked for once per engine.
   *
   * @return the name; the same every time
   */
  String name();

  /**
   * Answers the question.
   *
   * @param record the record
   * @return the answer
   */
  boolean matches(LogRecord record);

  /**
   * The question as a condition, for explanations, and so that the engine need not ask about records
   * that do not meet it.
   *
   * @return a condition that always answers as {@link #matches} does, or by default empty
   */
  default Optional<Condition> condition() {
    return Optional.empty();
  }

  /**
   * A matcher by a condition.
   *
   * @param name its name
   * @param condition the condition
   * @return the matcher
   */
  static Matcher of(String name, Condition condition) {
    return new ConditionMatcher(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(condition, "condition"));
  }

  /**
   * A matcher by code.
   *
   * @param name its name
   * @param predicate the code
   * @return the matcher
   */
  static Matcher of(String name, Predicate<LogRecord> predicate) {
    return new SimpleMatcher(
        Objects.requireNonNull(name, "name"), Objects.requireNonNull(predicate, "predicate"));
  }
}
