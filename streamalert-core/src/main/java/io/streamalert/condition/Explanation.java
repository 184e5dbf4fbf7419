package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.List;

/**
 * Why a condition held or not. Immutable; holds no value of the record.
 *
 * @param holds whether the clause held
 * @param clause the clause in English
 * @param found the kind of the value that was looked at; for a clause of several parts, of the
 *     record
 * @param parts the answers of its parts, as far as they were looked at
 */
public record Explanation(
    boolean holds, String clause, FieldValue.Kind found, List<Explanation> parts) {

  /**
   * Copies the parts.
   *
   * @param holds whether the clause held
   * @param clause the clause in English
   * @param found the kind that was found
   * @param parts the answers of its parts
   */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * The single clause that decided: for a failed "and" the first part that failed, for an "or" that
   * held the first that held, and so on inwards.
   *
   * @return the innermost deciding answer; this one where all parts together decided
   */
  public Explanation decisive() {
    if (parts.isEmpty()) {
      return this;
    }
    Explanation last = parts.get(parts.size() - 1);
    boolean alone = parts.size() == 1
        || parts.subList(0, parts.size() - 1).stream().allMatch(p -> p.holds() != last.holds());
    return alone ? last.decisive() : this;
  }

  /** {@return one line for people} */
  @Override
  public String toString() {
    return (holds ? "yes: " : "no: ") + clause + (parts.isEmpty() ? " (found " + found + ")" : "");
  }
}
