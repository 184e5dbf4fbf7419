package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.List;

/**
 * Is this boolean.
 *
 * @param truth the boolean
 */
record BooleanCheck(boolean truth) implements Check {

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    return value.is(truth);
  }

  @Override
  public String words() {
    return "is " + truth;
  }

  @Override
  public List<Check> variants() {
    return List.of(new BooleanCheck(!truth));
  }
}
