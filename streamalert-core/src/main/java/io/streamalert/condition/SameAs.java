package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.List;

/**
 * Is the same as another field. Nothing is the same as a missing or null one.
 *
 * @param other the way to the other field, from the record or the element
 */
record SameAs(FieldPath other) implements Check {

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    return !value.isMissing() && value.equals(scope.at(other));
  }

  @Override
  public String words() {
    return "is the same as " + other;
  }

  /** Both being there is the least that might be asked instead. */
  @Override
  public List<Check> variants() {
    return List.of(Presence.EXISTS);
  }
}
