package io.streamalert.rule;

import io.streamalert.record.LogRecord;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A rule made of a spec and, where the spec alone does not decide, a function. */
record SimpleRule(RuleSpec spec, @Nullable BiPredicate<LogRecord, RuleContext> predicate)
    implements Rule {

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return predicate == null || predicate.test(record, context);
  }

  /** The class of the function, or {@link Rule} if there is none. */
  Class<?> codeClass() {
    return predicate == null ? Rule.class : predicate.getClass();
  }

  @Override
  public String toString() {
    return "Rule[" + spec.name() + "]";
  }
}
