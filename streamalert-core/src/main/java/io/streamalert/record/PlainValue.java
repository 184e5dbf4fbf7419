package io.streamalert.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value made in code: a Java object per value. */
final class PlainValue extends FieldValue {

  static final PlainValue MISSING = new PlainValue(Kind.MISSING, "");

  private static final PlainValue NULL = new PlainValue(Kind.NULL, "");
  private static final PlainValue TRUE = new PlainValue(Kind.BOOLEAN, true);
  private static final PlainValue FALSE = new PlainValue(Kind.BOOLEAN, false);
  private static final int MAX_DEPTH = 1_000;

  private final Kind kind;
  private final Object value;

  private PlainValue(Kind kind, Object value) {
    this.kind = kind;
    this.value = value;
  }

  static FieldValue of(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("Values cannot nest deeper than " + MAX_DEPTH);
    }
    if (value instanceof FieldValue done) {
      return done;
    }
    if (value instanceof Map<?, ?> map) {
      return new PlainValue(Kind.MAP, copyOf(map, depth + 1));
    }
    if (value instanceof Collection<?> list) {
      return new PlainValue(Kind.LIST, copyOf(list, depth + 1));
    }
    return scalar(value);
  }

  static FieldValue wrapList(List<FieldValue> elements) {
    return new PlainValue(Kind.LIST, elements);
  }

  static FieldValue wrapMap(Map<String, FieldValue> fields) {
    return new PlainValue(Kind.MAP, fields);
  }

  private static FieldValue scalar(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof Boolean truth) {
      return truth ? TRUE : FALSE;
    }
    if (value instanceof CharSequence) {
      return new PlainValue(Kind.STRING, value.toString());
    }
    if (value instanceof Number number) {
      return number(number);
    }
    throw new IllegalArgumentException(value.getClass().getName()
        + " is not a JSON value: use text, numbers, booleans, maps and lists");
  }

  private static FieldValue number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return new PlainValue(Kind.FLOAT, Values.jsonText(number.doubleValue()));
    }
    if (number instanceof BigDecimal decimal) {
      return new PlainValue(Kind.FLOAT, Values.jsonText(decimal));
    }
    String digits = number.toString();
    boolean whole = number instanceof Long || number instanceof Integer;
    return new PlainValue(Kind.INTEGER, whole ? digits : new BigInteger(digits).toString());
  }

  static String key(@Nullable Object key) {
    if (key instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The keys of a map must be text");
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public FieldValue at(String key) {
    return kind == Kind.MAP ? fields().getOrDefault(key, MISSING) : MISSING;
  }

  @Override
  @SuppressWarnings("unchecked") // of() alone makes lists, and of values only
  public List<FieldValue> elements() {
    return kind == Kind.LIST ? (List<FieldValue>) value : List.of();
  }

  @Override
  @SuppressWarnings("unchecked") // of() alone makes maps, and from text to values only
  public Map<String, FieldValue> fields() {
    return kind == Kind.MAP ? (Map<String, FieldValue>) value : Map.of();
  }

  @Override
  public Optional<String> asString() {
    return kind == Kind.STRING ? Optional.of((String) value) : Optional.empty();
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return kind == Kind.BOOLEAN ? Optional.of((Boolean) value) : Optional.empty();
  }

  @Override
  String numberText() {
    return (String) value;
  }

  @Override
  void appendJson(StringBuilder out) {
    switch (kind) {
      case STRING -> JsonText.appendString(out, (String) value);
      case BOOLEAN -> out.append(value);
      case INTEGER, FLOAT -> JsonText.appendNumber(out, numberText());
      case LIST -> JsonText.appendList(out, elements());
      case MAP -> JsonText.appendMap(out, fields());
      default -> out.append("null");
    }
  }

  @Override
  public boolean isKnownAscii() {
    return switch (kind) {
      case STRING -> JsonBytes.isAscii((String) value);
      case LIST -> elements().isEmpty();
      case MAP -> fields().isEmpty();
      default -> true;
    };
  }

  @Override
  public FieldValue detached() {
    return switch (kind) {
      case LIST ->
        new PlainValue(kind, elements().stream().map(FieldValue::detached).toList());
      case MAP -> new PlainValue(kind, JsonText.detached(fields()));
      default -> this;
    };
  }
}
