package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;

/**
 * A field of which a {@link Condition} is about to be made. Immutable and thread-safe.
 *
 * <p>Demands on text are met by text only, demands on numbers by numbers only; a field of another
 * type, or none, does not meet them.
 */
public final class FieldCondition {

  private final FieldPath path;

  FieldCondition(FieldPath path) {
    if (path.keys().isEmpty()) {
      throw new IllegalArgumentException("A condition needs a field: name at least one key");
    }
    this.path = path;
  }

  /**
   * The field is exactly this text.
   *
   * @param text the text; case counts
   * @return the condition
   */
  public Condition is(String text) {
    return Condition.on(path, new Check.IsText(text));
  }

  /**
   * The field is a number of exactly this worth; {@code 1} and {@code 1.0} are the same.
   *
   * @param number the number
   * @return the condition
   */
  public Condition is(long number) {
    return Condition.on(path, new Check.IsValue(FieldValue.of(number)));
  }

  /**
   * The field is this boolean; the text "true" is not.
   *
   * @param truth the boolean
   * @return the condition
   */
  public Condition is(boolean truth) {
    return Condition.on(path, new Check.IsValue(FieldValue.of(truth)));
  }

  /**
   * The field is one of these texts.
   *
   * @param texts the texts; case counts; none never holds
   * @return the condition
   */
  public Condition isIn(String... texts) {
    return isIn(Arrays.asList(texts));
  }

  /**
   * The field is one of these texts.
   *
   * @param texts the texts, which a description names in this order; case counts; none never holds
   * @return the condition
   */
  public Condition isIn(Collection<String> texts) {
    return Condition.on(path, new Check.IsIn(new LinkedHashSet<>(texts)));
  }

  /**
   * The field is text that starts so.
   *
   * @param prefix the start; case counts
   * @return the condition
   */
  public Condition startsWith(String prefix) {
    return Condition.on(path, new Check.StartsWith(prefix));
  }

  /**
   * The field is text that ends so.
   *
   * @param suffix the end; case counts
   * @return the condition
   */
  public Condition endsWith(String suffix) {
    return Condition.on(path, new Check.EndsWith(suffix));
  }

  /**
   * The field is text with this part.
   *
   * @param part the part; case counts
   * @return the condition
   */
  public Condition contains(String part) {
    return Condition.on(path, new Check.Contains(part));
  }

  /**
   * The field is there, be it with null. Not the opposite of {@link #isMissing()}.
   *
   * @return the condition
   */
  public Condition exists() {
    return Condition.on(path, Check.Presence.EXISTS);
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
    return Condition.on(path, Check.Presence.IS_MISSING);
  }

  /**
   * The field holds something: it is not missing, null, false, zero, or an empty text, list or map.
   *
   * @return the condition
   * @see FieldValue#isTruthy()
   */
  public Condition isTruthy() {
    return Condition.on(path, Check.Presence.IS_TRUTHY);
  }

  /**
   * The field is there with null.
   *
   * @return the condition
   */
  public Condition isNull() {
    return Condition.on(path, Check.Presence.IS_NULL);
  }
}
