package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value into the type that a schema declares, by the table of StreamAlert 3.5: what Python's
 * {@code int}, {@code float} and {@code str} take and give. A falsy value fits every type unchanged.
 */
final class TypeConversion {

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*");
  private static final String DIGITS = "[0-9]+(?:_[0-9]+)*";
  private static final Pattern FLOAT = Pattern.compile("[+-]?(?:(?:" + DIGITS + ")(?:\\.(?:"
      + DIGITS + ")?)?|\\." + DIGITS + ")(?:[eE][+-]?" + DIGITS + ")?");
  private static final Pattern NON_FINITE =
      Pattern.compile("([+-]?)(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private static final int MAX_PLAIN_DIGITS = 18;

  private TypeConversion() {}

  /** Whether a value of this kind fits as it is, whatever it holds: the usual case, answered fast. */
  static boolean fits(FieldType.Word word, Kind kind) {
    return switch (word) {
      case ANY -> true;
      case STRING -> kind == Kind.STRING || kind == Kind.NULL;
      case INTEGER -> kind == Kind.INTEGER || kind == Kind.NULL;
      case FLOAT -> kind == Kind.FLOAT || kind == Kind.NULL;
      case BOOLEAN -> kind == Kind.BOOLEAN || kind == Kind.NULL;
      case LIST -> kind == Kind.LIST || kind == Kind.NULL;
      case MAP -> false;
    };
  }

  /** The value as the type wants it, or null if it cannot be that. */
  static @Nullable FieldValue convert(FieldType type, FieldValue value) {
    if (type.word() == FieldType.Word.MAP) {
      return map(type, value);
    }
    if (fits(type.word(), value.kind()) || !value.isTruthy()) {
      return value;
    }
    return switch (type.word()) {
      case STRING -> FieldValue.of(value.asText());
      case INTEGER -> integer(value);
      case FLOAT -> floating(value);
      case BOOLEAN -> FieldValue.of(value.asText().toLowerCase(Locale.ROOT).equals("true"));
      default -> null;
    };
  }

  @SuppressWarnings("ReferenceEquality") // whether it was changed, not whether it is equal
  private static @Nullable FieldValue map(FieldType type, FieldValue value) {
    if (value.kind() != Kind.MAP
        || !value.fields().keySet().equals(type.fields().keySet())) {
      return null;
    }
    Map<String, FieldValue> changes = new LinkedHashMap<>();
    for (Map.Entry<String, FieldType> field : type.fields().entrySet()) {
      FieldValue before = value.at(field.getKey());
      FieldValue after = convert(field.getValue(), before);
      if (after == null) {
        return null;
      }
      if (after != before) {
        changes.put(field.getKey(), after);
      }
    }
    return value.with(changes);
  }

  private static @Nullable FieldValue integer(FieldValue value) {
    return switch (value.kind()) {
      case BOOLEAN -> FieldValue.of(1);
      case FLOAT -> truncated(value.asDouble().orElseThrow());
      case STRING -> integer(value.asString().orElseThrow());
      default -> null;
    };
  }

  private static @Nullable FieldValue truncated(double number) {
    return Double.isFinite(number) ? FieldValue.of(new BigDecimal(number).toBigInteger()) : null;
  }

  private static @Nullable FieldValue integer(String text) {
    if (isPlainNumber(text)) {
      return FieldValue.of(Long.parseLong(text));
    }
    String trimmed = asciiNumber(text);
    return INTEGER.matcher(trimmed).matches()
        ? FieldValue.of(new BigInteger(trimmed.replace("_", "")))
        : null;
  }

  /** The usual case, a few plain digits, without the machinery. */
  private static boolean isPlainNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_PLAIN_DIGITS;
  }

  private static @Nullable FieldValue floating(FieldValue value) {
    return switch (value.kind()) {
      case BOOLEAN -> FieldValue.of(1.0);
      case INTEGER -> finite(value.asDouble().orElseThrow());
      case STRING -> floating(value.asString().orElseThrow());
      default -> null;
    };
  }

  /** Python refuses to make a float of a whole number beyond its range. */
  private static @Nullable FieldValue finite(double number) {
    return Double.isFinite(number) ? FieldValue.of(number) : null;
  }

  private static @Nullable FieldValue floating(String text) {
    String trimmed = asciiNumber(text);
    var special = NON_FINITE.matcher(trimmed);
    if (special.matches()) {
      boolean nan = special.group(2).equalsIgnoreCase("nan");
      double infinity =
          special.group(1).equals("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return FieldValue.of(nan ? Double.NaN : infinity);
    }
    return FLOAT.matcher(trimmed).matches()
        ? FieldValue.of(Double.parseDouble(trimmed.replace("_", "")))
        : null;
  }

  /** Without white space around it, and the digits of any script as ASCII. */
  private static String asciiNumber(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    int start = 0;
    int end = out.length();
    while (start < end && isSpace(out.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(out.charAt(end - 1))) {
      end--;
    }
    return out.substring(start, end);
  }

  /** What Python counts as white space. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
