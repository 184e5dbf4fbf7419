package io.streamalert.rule;

import io.streamalert.record.LogRecord;
import java.util.function.Predicate;

/** A matcher made of a name and a function. */
record SimpleMatcher(String name, Predicate<LogRecord> predicate) implements Matcher {

  @Override
  public boolean matches(LogRecord record) {
    return predicate.test(record);
  }
}
