package io.streamalert.condition;

import io.streamalert.condition.NumberCheck.Relation;
import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of which a {@link Condition} is about to be made. Immutable and thread-safe.
 *
 * <p>Demands on text are met by text only, demands on numbers by numbers only, demands on elements by
 * lists only; a field of another type, or none, does not meet them. So {@code not} of a demand holds
 * for a field of another type.
 */
public final class FieldCondition extends TextDemands {

  private final Subject subject;

  FieldCondition(Subject subject) {
    this.subject = subject;
  }

  @Override
  Condition meeting(Check check) {
    return Condition.on(subject, check);
  }

  private Condition number(Relation relation, Amount amount) {
    return meeting(new NumberCheck(relation, amount));
  }

  /**
   * The field is a number of exactly this worth; {@code 1} and {@code 1.0} are the same.
   *
   * @param number the number
   * @return the condition
   */
  public Condition is(long number) {
    return number(Relation.IS, Amount.of(number));
  }

  /**
   * The field is a number of exactly this worth; {@code 1} and {@code 1.0} are the same.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition is(double number) {
    return number(Relation.IS, Amount.of(number));
  }

  /**
   * The field is this boolean; the text "true" is not.
   *
   * @param truth the boolean
   * @return the condition
   */
  public Condition is(boolean truth) {
    return meeting(new BooleanCheck(truth));
  }

  /**
   * The field is a number and one of these.
   *
   * @param number a number
   * @param more more of them
   * @return the condition
   */
  public Condition isIn(long number, long... more) {
    List<Amount> amounts = new ArrayList<>(List.of(Amount.of(number)));
    for (long other : more) {
      amounts.add(Amount.of(other));
    }
    return meeting(NumberSet.of(amounts));
  }

  /**
   * The field is a number above this one. Numbers are compared exactly, whatever their size; NaN is
   * neither above nor below anything.
   *
   * @param number the number
   * @return the condition
   */
  public Condition isGreaterThan(long number) {
    return number(Relation.IS_GREATER, Amount.of(number));
  }

  /**
   * The field is a number above this one; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition isGreaterThan(double number) {
    return number(Relation.IS_GREATER, Amount.of(number));
  }

  /**
   * The field is this number or above; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   */
  public Condition isAtLeast(long number) {
    return number(Relation.IS_AT_LEAST, Amount.of(number));
  }

  /**
   * The field is this number or above; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition isAtLeast(double number) {
    return number(Relation.IS_AT_LEAST, Amount.of(number));
  }

  /**
   * The field is a number below this one; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   */
  public Condition isLessThan(long number) {
    return number(Relation.IS_LESS, Amount.of(number));
  }

  /**
   * The field is a number below this one; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition isLessThan(double number) {
    return number(Relation.IS_LESS, Amount.of(number));
  }

  /**
   * The field is this number or below; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   */
  public Condition isAtMost(long number) {
    return number(Relation.IS_AT_MOST, Amount.of(number));
  }

  /**
   * The field is this number or below; see {@link #isGreaterThan(long)}.
   *
   * @param number the number
   * @return the condition
   * @throws IllegalArgumentException if it is infinite or NaN
   */
  public Condition isAtMost(double number) {
    return number(Relation.IS_AT_MOST, Amount.of(number));
  }

  /**
   * The field is there, be it with null. Not the opposite of {@link #isMissing()}.
   *
   * @return the condition
   */
  public Condition exists() {
    return meeting(Presence.EXISTS);
  }

  /**
   * The field is absent or null.
   *
   * <p>It never holds for a top-level field that the schema declares, not even as optional:
   * classification gives an absent one the empty value of its type. Say {@code
   * not(field("errorCode").isTruthy())} for those.
   *
   * @return the condition
   */
  public Condition isMissing() {
    return meeting(Presence.IS_MISSING);
  }

  /**
   * The field is there with null.
   *
   * @return the condition
   */
  public Condition isNull() {
    return meeting(Presence.IS_NULL);
  }

  /**
   * The field holds something: it is not missing, null, false, zero, or an empty text, list or map.
   *
   * @return the condition
   * @see FieldValue#isTruthy()
   */
  public Condition isTruthy() {
    return meeting(Presence.IS_TRUTHY);
  }

  /**
   * The field is the same as another one. A field that is missing or null is the same as none.
   *
   * @param keys the keys of the other field from the outermost in, starting where those of this field
   *     start; at least one
   * @return the condition
   * @throws IllegalArgumentException if no key is given
   * @see FieldValue#equals
   */
  public Condition isSameAs(String... keys) {
    return isSameAs(FieldPath.of(keys));
  }

  /**
   * The field is the same as another one; see {@link #isSameAs(String...)}.
   *
   * @param other the way to the other field
   * @return the condition
   * @throws IllegalArgumentException if the path has no key
   */
  public Condition isSameAs(FieldPath other) {
    if (other.keys().isEmpty()) {
      throw new IllegalArgumentException("A field is compared with another: name at least one key");
    }
    return meeting(new SameAs(other));
  }

  /**
   * The field is a list with at least one element that meets a condition.
   *
   * <pre>{@code
   * field("launchPermission", "add", "items").anyElement(field("group").is("all"))
   * field("tags").anyElement(value().startsWith("prod-"))
   * }</pre>
   *
   * @param element the condition; its fields start at the element, and {@link Condition#value()} is
   *     the element itself
   * @return the condition
   */
  public Condition anyElement(Condition element) {
    return meeting(new ElementCheck(false, element));
  }

  /**
   * The field is a list, and each of its elements meets a condition; an empty list meets it too.
   *
   * @param element the condition, as for {@link #anyElement}
   * @return the condition
   */
  public Condition allElements(Condition element) {
    return meeting(new ElementCheck(true, element));
  }
}
