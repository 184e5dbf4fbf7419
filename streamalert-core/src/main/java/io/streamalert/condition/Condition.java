package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.List;
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
 * <p>Testing never throws and looks only at the fields that it names. Immutable and thread-safe.
 */
public final class Condition {

  private static final Condition ALWAYS = new Condition(new Node.All(List.of()));

  private final Node node;
  private final Program program;

  private Condition(Node node) {
    this.node = node;
    this.program = Program.of(node);
  }

  Node node() {
    return node;
  }

  static Condition on(FieldPath path, Check check) {
    return new Condition(new Node.Test(path, check));
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
    return new FieldCondition(FieldPath.of(keys));
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
    return new Condition(new Node.All(Stream.of(conditions).map(c -> c.node).toList()));
  }

  /**
   * Holds where at least one of the given ones holds.
   *
   * @param conditions the conditions; none never holds
   * @return the condition
   */
  public static Condition anyOf(Condition... conditions) {
    return new Condition(new Node.Any(Stream.of(conditions).map(c -> c.node).toList()));
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
    return new Condition(new Node.All(Node.All.flatten(node, other.node)));
  }

  /**
   * Holds where one of both holds.
   *
   * @param other the other condition, tested second
   * @return the condition
   */
  public Condition or(Condition other) {
    return new Condition(new Node.Any(Node.Any.flatten(node, other.node)));
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
    return node.explain(record.content());
  }

  /**
   * This condition in English.
   *
   * @return for example {@code eventName is "StopLogging" and errorCode is missing}
   */
  public String describe() {
    return node.describe();
  }

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
