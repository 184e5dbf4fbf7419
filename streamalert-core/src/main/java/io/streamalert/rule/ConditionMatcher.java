package io.streamalert.rule;

import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import java.util.Optional;

/** A matcher made of a name and a condition. */
record ConditionMatcher(String name, Condition test) implements Matcher {

  @Override
  public boolean matches(LogRecord record) {
    return test.test(record);
  }

  @Override
  public Optional<Condition> condition() {
    return Optional.of(test);
  }
}
