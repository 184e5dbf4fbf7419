package io.streamalert.rule;

import io.streamalert.record.LogRecord;
import java.util.function.BiPredicate;

/** A rule made of a spec and a function. */
record SimpleRule(RuleSpec spec, BiPredicate<LogRecord, RuleContext> predicate) implements Rule {

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return predicate.test(record, context);
  }

  @Override
  public String toString() {
    return "Rule[" + spec.name() + "]";
  }
}
