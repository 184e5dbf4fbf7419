package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a condition held or not. Immutable; holds keys of the record, but no value of it.
 *
 * @param holds whether the clause held
 * @param clause the clause in English
 * @param path where the value that was looked at is, such as {@code items[2].group}, or where one was
 *     sought; for a clause of several parts {@code (record)}, or the element that it is about
 * @param found the kind of that value
 * @param parts the answers of its parts, as far as they were looked at; of elements that did not
 *     decide, only the first {@value #MOST_UNDECIDED}
 */
public record Explanation(
    boolean holds, String clause, String path, FieldValue.Kind found, List<Explanation> parts) {

  /** How many elements that did not decide are kept. */
  static final int MOST_UNDECIDED = 20;

  private static final String INDENT = "  ";

  /**
   * Copies the parts.
   *
   * @param holds whether the clause held
   * @param clause the clause in English
   * @param path where the value is
   * @param found the kind that was found
   * @param parts the answers of its parts
   */
  public Explanation {
    parts = List.copyOf(parts);
  }

  /** Looks at one part after the other for the deciding answer. */
  static Explanation until(
      boolean decisive, Stream<Explanation> parts, String clause, Place place) {
    return until(decisive, parts, Integer.MAX_VALUE, clause, place);
  }

  /** The same where there can be very many parts. */
  static Explanation untilOfMany(
      boolean decisive, Stream<Explanation> parts, String clause, Place place) {
    return until(decisive, parts, MOST_UNDECIDED, clause, place);
  }

  private static Explanation until(
      boolean decisive, Stream<Explanation> parts, int most, String clause, Place place) {
    List<Explanation> seen = new ArrayList<>();
    boolean decided = false;
    for (Iterator<Explanation> all = parts.iterator(); !decided && all.hasNext(); ) {
      Explanation part = all.next();
      decided = part.holds() == decisive;
      if (decided || seen.size() < most) {
        seen.add(part);
      }
    }
    return new Explanation(
        decided == decisive, clause, place.path(), place.value().kind(), seen);
  }

  /** The answer to the opposite: the same leaf, or a clause around this one. */
  Explanation negated(String opposite) {
    return new Explanation(
        !holds, opposite, path, found, parts.isEmpty() ? List.of() : List.of(this));
  }

  /**
   * The single clause that decided: for a failed "and" the first part that failed, for an "or" that
   * held the first that held, for a list the element that decided, and so on inwards.
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

  /**
   * The whole answer for people: a line for each clause, its parts below it and further in.
   *
   * @return lines joined by line breaks, without one at the end
   */
  public String toTree() {
    StringBuilder tree = new StringBuilder();
    appendTree(tree, "");
    return tree.toString();
  }

  private void appendTree(StringBuilder tree, String indent) {
    tree.append(indent).append(this);
    parts.forEach(part -> part.appendTree(tree.append('\n'), indent + INDENT));
  }

  /** {@return one line for people} */
  @Override
  public String toString() {
    return (holds ? "yes: " : "no: ") + clause + (parts.isEmpty() ? " (" + finding() + ")" : "");
  }

  private String finding() {
    boolean named = clause.startsWith(path + " ");
    return "found " + found + (named ? "" : " at " + path);
  }
}
