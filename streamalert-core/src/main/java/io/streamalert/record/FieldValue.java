package io.streamalert.record;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record: any JSON value, or the absence of one. Reading never throws and never
 * returns null: whatever does not fit is {@link #missing()}, {@code false} or empty, so that a rule
 * can walk through a record without checks.
 *
 * <pre>{@code
 * record.at("detail", "userIdentity", "type").is("Root")
 * }</pre>
 *
 * <p>Two values are equal as JSON values are in StreamAlert 3.5: numbers by what they are worth
 * ({@code 1}, {@code 1.0} and {@code true} are equal), maps without regard to order. Immutable and
 * thread-safe.
 */
public abstract sealed class FieldValue permits PlainValue, TapeValue, OverlaidMap, LazyValue {

  /** What a value is. */
  public enum Kind {
    /** There is no such field. */
    MISSING,
    /** The JSON null. */
    NULL,
    /** True or false. */
    BOOLEAN,
    /** A number without fraction and exponent, of any size. */
    INTEGER,
    /** Any other number. */
    FLOAT,
    /** Text. */
    STRING,
    /** A list. */
    LIST,
    /** A map from text to values. */
    MAP
  }

  FieldValue() {}

  static FieldValue on(JsonTape tape, int index) {
    return new TapeValue(tape, index);
  }

  /**
   * The absence of a value.
   *
   * @return the value of kind {@link Kind#MISSING}
   */
  public static FieldValue missing() {
    return PlainValue.MISSING;
  }

  /**
   * A value made in code.
   *
   * @param value null, text, a boolean, a number, a map with text keys, a collection, or a {@code
   *     FieldValue}; maps and collections are copied deeply
   * @return the value
   * @throws IllegalArgumentException for any other type, and for nesting deeper than 1,000, which a
   *     structure that holds itself has
   */
  public static FieldValue of(@Nullable Object value) {
    return PlainValue.of(value, 0);
  }

  /**
   * A value that a JSON text holds, for tests and other text that is known to be JSON. Where that is
   * open, or for many texts, use a {@link JsonReader}.
   *
   * @param json the text
   * @return the value
   * @throws IllegalArgumentException if the text is not JSON; the message tells the reason and the
   *     place, and nothing of the text
   */
  public static FieldValue parse(String json) {
    JsonReader reader = new JsonReader();
    return reader
        .read(json)
        .orElseThrow(() -> new IllegalArgumentException("Not JSON: " + reader.problem()));
  }

  /**
   * A list of values.
   *
   * @param elements the elements; the list is copied, they are not
   * @return the list
   */
  public static FieldValue list(List<FieldValue> elements) {
    return PlainValue.wrapList(List.copyOf(elements));
  }

  /**
   * A map of values.
   *
   * @param fields the fields in their order; the map is copied, the values are not
   * @return the map
   */
  public static FieldValue map(Map<String, FieldValue> fields) {
    return PlainValue.wrapMap(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
  }

  /**
   * A value that is worked out when it is first looked at.
   *
   * @param supplier works it out; it must always give equal values and may be asked by several
   *     threads at once
   * @return the value
   */
  public static FieldValue lazy(Supplier<FieldValue> supplier) {
    return LazyValue.of(supplier);
  }

  /**
   * Whether it is known, without a look at what is in it, that no text of this value has a character
   * beyond ASCII: not as a value, nor as a key.
   *
   * @return true only if there is none; false if there is one or it is not known
   */
  public boolean isKnownAscii() {
    return false;
  }

  /**
   * What this is.
   *
   * @return the kind
   */
  public abstract Kind kind();

  /**
   * The value of one key of a map.
   *
   * <p>The key is taken literally: {@code "a.b"} is the key {@code a.b}, not a path.
   *
   * @param key the key
   * @return the value; {@link #missing()} where this is no map or has no such key
   */
  public abstract FieldValue at(String key);

  /**
   * The value behind several keys.
   *
   * <p>Each argument is one key, taken literally: {@code "a.b"} is the key {@code a.b}, not a path.
   *
   * @param keys the keys from the outermost in
   * @return the value, or {@link #missing()}
   */
  public FieldValue at(String... keys) {
    FieldValue value = this;
    for (String key : keys) {
      value = value.at(key);
    }
    return value;
  }

  /**
   * The value at a path.
   *
   * @param path the path
   * @return the value, or {@link #missing()}
   */
  public FieldValue at(FieldPath path) {
    return at(path.steps());
  }

  /**
   * The elements of a list.
   *
   * @return the elements, unmodifiable; empty where this is no list
   */
  public List<FieldValue> elements() {
    return List.of();
  }

  /**
   * The fields of a map in their order.
   *
   * @return the fields, unmodifiable; empty where this is no map
   */
  public Map<String, FieldValue> fields() {
    return Map.of();
  }

  /**
   * Text, as it is.
   *
   * @return the text, or empty where this is not of kind {@link Kind#STRING}
   */
  public abstract Optional<String> asString();

  /**
   * Text that says something, for titles and the like.
   *
   * @param fallback what stands in its place
   * @return the text, or the fallback where this is no text or an empty one
   */
  public String textOr(String fallback) {
    return asString().filter(text -> !text.isEmpty()).orElse(fallback);
  }

  /** The digits of a number as the source wrote them; only for numbers. */
  abstract String numberText();

  /** Writes this as compact JSON; a missing value as null. */
  abstract void appendJson(StringBuilder out);

  /**
   * This value without the larger text that it was read from, so that keeping it keeps nothing else
   * in memory.
   *
   * @return an equal value
   */
  public abstract FieldValue detached();

  /**
   * Whether the field is there, be it with null.
   *
   * @return false only for {@link Kind#MISSING}
   */
  public boolean exists() {
    return kind() != Kind.MISSING;
  }

  /**
   * Whether there is nothing: no such field, or null. Empty text is something: in a classified
   * record a top-level field that its schema declares as optional is never missing, for it gets the
   * empty value of its type. See {@link #isTruthy()} and {@link #textOr}.
   *
   * @return true for {@link Kind#MISSING} and {@link Kind#NULL}
   */
  public boolean isMissing() {
    Kind kind = kind();
    return kind == Kind.MISSING || kind == Kind.NULL;
  }

  /**
   * Whether this is the JSON null.
   *
   * @return true only for {@link Kind#NULL}
   */
  public boolean isNull() {
    return kind() == Kind.NULL;
  }

  /**
   * Whether this is exactly that text.
   *
   * @param text the text; case counts
   * @return true if this is text and the same
   */
  public boolean is(String text) {
    return asString().filter(text::equals).isPresent();
  }

  /**
   * Whether this is a number of exactly that worth: {@code 1} and {@code 1.0} are the same.
   *
   * @param number the number
   * @return true if this is a number and the same
   */
  public boolean is(long number) {
    return Values.isNumber(kind()) && Values.equal(this, of(number));
  }

  /**
   * Whether this is that boolean.
   *
   * @param truth the boolean
   * @return true if this is a boolean and the same; the text "true" is not
   */
  public boolean is(boolean truth) {
    return asBoolean().filter(b -> b == truth).isPresent();
  }

  /**
   * Whether this is text that starts so.
   *
   * @param prefix the start; case counts
   * @return true if this is text and starts so
   */
  public boolean startsWith(String prefix) {
    return asString().filter(text -> text.startsWith(prefix)).isPresent();
  }

  /**
   * Whether this is text that ends so.
   *
   * @param suffix the end; case counts
   * @return true if this is text and ends so
   */
  public boolean endsWith(String suffix) {
    return asString().filter(text -> text.endsWith(suffix)).isPresent();
  }

  /**
   * Whether this is text with that part. For the elements of a list see {@link #elements()}.
   *
   * @param part the part; case counts
   * @return true if this is text and has the part
   */
  public boolean contains(String part) {
    return asString().filter(text -> text.contains(part)).isPresent();
  }

  /**
   * A boolean, as it is.
   *
   * @return the boolean, or empty
   */
  public abstract Optional<Boolean> asBoolean();

  /**
   * A whole number that fits.
   *
   * @return the number, or empty where this is no {@link Kind#INTEGER} or beyond 64 bits
   */
  public OptionalLong asLong() {
    return kind() == Kind.INTEGER ? Values.toLong(numberText()) : OptionalLong.empty();
  }

  /**
   * A whole number of any size.
   *
   * @return the number, or empty where this is no {@link Kind#INTEGER}
   */
  public Optional<BigInteger> asBigInteger() {
    return kind() == Kind.INTEGER ? Optional.of(new BigInteger(numberText())) : Optional.empty();
  }

  /**
   * A number as a double.
   *
   * @return the nearest double, infinite for what is too large, or empty where this is no number
   */
  public OptionalDouble asDouble() {
    return Values.isNumber(kind())
        ? OptionalDouble.of(Values.toDouble(numberText()))
        : OptionalDouble.empty();
  }

  /**
   * Truth as the configuration and test files of StreamAlert 3.5 understand it.
   *
   * @return false for missing, null, false, zero, and empty text, lists and maps; else true
   */
  public boolean isTruthy() {
    return Values.isTruthy(this);
  }

  /**
   * The text form of any value, which StreamAlert 3.5 gives to fields declared {@code string}: text
   * as it is, {@code True}, {@code None}, {@code 1.5}, {@code ['a', 1]}, {@code {'k': 'v'}}.
   *
   * @return the text form; empty for a missing value
   */
  public String asText() {
    return PythonText.of(this);
  }

  /**
   * This value in the types of the Java library.
   *
   * @return null, {@link String}, {@link Boolean}, {@link Long} or {@link BigInteger}, {@link
   *     Double}, an unmodifiable {@link List} or {@link Map} of such; null for a missing value
   */
  public @Nullable Object toJava() {
    return Values.toJava(this);
  }

  /**
   * This value as compact JSON.
   *
   * @return JSON text in which numbers stand as the source wrote them; {@code NaN} and infinities,
   *     which JSON lacks, are text; a missing value is null
   */
  public String toJson() {
    StringBuilder out = new StringBuilder();
    appendJson(out);
    return out.toString();
  }

  /**
   * This map with one field added, or replaced where it stands.
   *
   * @param key the key
   * @param value its value
   * @return the new map
   * @throws IllegalStateException where this is no map
   */
  public FieldValue with(String key, FieldValue value) {
    return with(Map.of(key, value));
  }

  /**
   * This map with fields added, or replaced where they stand; added ones follow in the order of the
   * given map, which is kept, not copied, if it is unmodifiable.
   *
   * @param fields the fields
   * @return the new map
   * @throws IllegalStateException where this is no map
   */
  public FieldValue with(Map<String, FieldValue> fields) {
    if (kind() != Kind.MAP) {
      throw new IllegalStateException("Fields can be set on a map only, not on " + kind());
    }
    if (fields.isEmpty()) {
      return this;
    }
    return hasContent() ? OverlaidMap.of(this, fields) : PlainValue.wrapMap(fields);
  }

  /**
   * This map with fields added, or replaced where they stand, as {@link #with(Map)} does it.
   *
   * @param common the fields, which other maps get too
   * @return the new map
   * @throws IllegalStateException where this is no map
   */
  public FieldValue with(CommonFields common) {
    boolean lies = kind() == Kind.MAP && !common.fields().isEmpty() && hasContent();
    return lies ? OverlaidMap.of(this, common) : with(common.fields());
  }

  /** Whether this list or map holds anything. */
  boolean hasContent() {
    return kind() == Kind.LIST ? !elements().isEmpty() : !fields().isEmpty();
  }

  static List<FieldValue> copyOf(Collection<?> values, int depth) {
    List<FieldValue> copy = new ArrayList<>(values.size());
    values.forEach(v -> copy.add(PlainValue.of(v, depth)));
    return Collections.unmodifiableList(copy);
  }

  static Map<String, FieldValue> copyOf(Map<?, ?> values, int depth) {
    Map<String, FieldValue> copy = new LinkedHashMap<>();
    values.forEach((key, v) -> copy.put(PlainValue.key(key), PlainValue.of(v, depth)));
    return Collections.unmodifiableMap(copy);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof FieldValue that && Values.equal(this, that);
  }

  @Override
  public final int hashCode() {
    return Values.hash(this);
  }

  /** {@return the kind, never the content: use {@link #toJson()} where the content is wanted} */
  @Override
  public final String toString() {
    return "FieldValue[" + kind() + "]";
  }
}
