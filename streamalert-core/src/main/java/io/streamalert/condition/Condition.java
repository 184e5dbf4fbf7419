package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a rule demands of a record, as a value: the engine can test it, index it and explain it.
 *
 * <pre>{@code
 * import static io.streamalert.condition.Condition.field;
 *
 * field("detail", "userIdentity", "type").is("Root")
 *     .and(field("detail", "userIdentity", "invokedBy").isMissing())
 * }</pre>
 *
 * <p>Testing never throws and looks only at the fields that it names; only {@link #firstAnywhere} and
 * {@link #anywhere} look everywhere. Two conditions are equal where they are written the same way.
 * Immutable and thread-safe.
 */
public final class Condition {

  private static final Condition ALWAYS = new Condition(new Node.All(List.of()));

  private final Node node;
  private final Program program;

  private Condition(Node node) {
    this.node = node;
    this.program = Program.of(node);
  }

  static Condition of(Node node) {
    return new Condition(node);
  }

  static Condition on(Subject subject, Check check) {
    return new Condition(new Node.Test(subject, check));
  }

  /** The form behind it, for what works with its parts. */
  Node node() {
    return node;
  }

  /**
   * Starts a condition on a field.
   *
   * <p>Each argument is one key, taken literally: {@code "a.b"} is the key {@code a.b}, not a path.
   *
   * @param keys the keys from the outermost in; at least one
   * @return the field, of which a demand can be made
   * @throws IllegalArgumentException if no key is given
   */
  public static FieldCondition field(String... keys) {
    return field(FieldPath.of(keys));
  }

  /**
   * Starts a condition on a field.
   *
   * @param path the way to the field; at least one key
   * @return the field, of which a demand can be made
   * @throws IllegalArgumentException if the path has no key
   */
  public static FieldCondition field(FieldPath path) {
    if (path.keys().isEmpty()) {
      throw new IllegalArgumentException("A condition needs a field: name at least one key");
    }
    return new FieldCondition(new Subject.At(path));
  }

  /**
   * Starts a condition on the value itself: inside {@link FieldCondition#anyElement} and {@link
   * FieldCondition#allElements} the element, else all that is tested.
   *
   * @return the value, of which a demand can be made
   */
  public static FieldCondition value() {
    return new FieldCondition(new Subject.At(FieldPath.of()));
  }

  /**
   * Starts a condition on the first occurrence of a key, at any depth of maps and lists: outer ones
   * come before inner ones, and those of the same depth in their order. What is found counts even
   * where it is null; where nothing is found, the field is missing. Normalised values, under {@link
   * LogRecord#NORMALIZATION_KEY}, are not searched.
   *
   * <p>It looks through the whole record where the key is missing; {@link #field(String...)} costs
   * far less where the way is known.
   *
   * @param key the key
   * @return the field, of which a demand can be made
   */
  public static FieldCondition firstAnywhere(String key) {
    return new FieldCondition(new Subject.First(Objects.requireNonNull(key, "key")));
  }

  /**
   * Starts a condition that holds where at least one occurrence of a key meets it; see {@link
   * #firstAnywhere}. Where the key is nowhere, no demand holds, not even {@link
   * FieldCondition#isMissing()}.
   *
   * @param key the key
   * @return the occurrences, of which a demand can be made
   */
  public static FieldCondition anywhere(String key) {
    return new FieldCondition(new Subject.Anywhere(Objects.requireNonNull(key, "key")));
  }

  /**
   * The field is a map with all of these keys, be it with null.
   *
   * @param key the key of the field at the top of the record
   * @param names the keys it must have; none demands a map only
   * @return the condition
   */
  public static Condition hasSubKeys(String key, String... names) {
    return names.length == 0
        ? on(new Subject.At(FieldPath.of(key)), Presence.IS_MAP)
        : allOf(Stream.of(names).map(name -> field(key, name).exists()).toArray(Condition[]::new));
  }

  /**
   * The condition that every record meets.
   *
   * @return the condition
   */
  public static Condition always() {
    return ALWAYS;
  }

  /**
   * Holds where all of the given ones hold.
   *
   * @param conditions the conditions; none always holds
   * @return the condition
   */
  public static Condition allOf(Condition... conditions) {
    return new Condition(Node.all(Stream.of(conditions).map(c -> c.node).toList()));
  }

  /**
   * Holds where at least one of the given ones holds.
   *
   * @param conditions the conditions; none never holds
   * @return the condition
   */
  public static Condition anyOf(Condition... conditions) {
    return new Condition(Node.any(Stream.of(conditions).map(c -> c.node).toList()));
  }

  /**
   * Holds where the given one does not.
   *
   * @param condition the condition
   * @return its opposite
   */
  public static Condition not(Condition condition) {
    return new Condition(condition.node.negated());
  }

  /**
   * Holds where both hold.
   *
   * @param other the other condition, tested second
   * @return the condition
   */
  public Condition and(Condition other) {
    return new Condition(Node.all(Node.All.flatten(node, other.node)));
  }

  /**
   * Holds where one of both holds.
   *
   * @param other the other condition, tested second
   * @return the condition
   */
  public Condition or(Condition other) {
    return new Condition(Node.any(Node.Any.flatten(node, other.node)));
  }

  /**
   * Whether a record meets this condition.
   *
   * @param record the record
   * @return true if it does
   */
  public boolean test(LogRecord record) {
    return program.test(record.content());
  }

  /**
   * Whether a value meets this condition.
   *
   * @param content the fields
   * @return true if it does
   */
  public boolean test(FieldValue content) {
    return program.test(content);
  }

  /**
   * Why a record meets this condition or not.
   *
   * @param record the record
   * @return the answer of every part that was looked at, with types and paths but no values
   */
  public Explanation explain(LogRecord record) {
    return explain(record.content());
  }

  /**
   * Why a value meets this condition or not.
   *
   * @param content the fields
   * @return the answer of every part that was looked at, with types and paths but no values
   */
  public Explanation explain(FieldValue content) {
    return node.explain(Place.whole(content));
  }

  /**
   * This condition in English.
   *
   * @return for example {@code eventName is "StopLogging" and errorCode is missing}
   */
  public String describe() {
    return node.describe();
  }

  /**
   * Conditions that differ from this one by one small change: a clause left out or turned round, a
   * constant or a bound that is another, "or" for "and", and so on. Tests of a rule that accept one
   * of them in its place have missed something; but now and then a change makes no difference to any
   * record.
   *
   * @return the variants in a fixed order; none equals this condition or another variant
   */
  public List<Variant> variants() {
    return Mutations.of(node).entrySet().stream()
        .map(changed -> new Variant(changed.getValue(), new Condition(changed.getKey())))
        .toList();
  }

  /**
   * The fields that this condition looks at with values that matter there, for making records on
   * which it holds, or almost. For conditions on the elements of a list these are lists.
   *
   * @return one mention a field, in the order in which they are looked at first
   */
  public List<Mention> mentions() {
    return Mentions.of(node);
  }

  /**
   * A condition with one small change.
   *
   * @param change what was changed, in English
   * @param condition the changed condition
   */
  public record Variant(String change, Condition condition) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that && node.equals(that.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  /** {@return the English form} */
  @Override
  public String toString() {
    return describe();
  }
}
