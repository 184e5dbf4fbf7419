package io.streamalert.record;

import io.streamalert.record.FieldValue.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Equality, truth and conversion of values, by the rules of StreamAlert 3.5. */
final class Values {

  private static final int SAFE_LONG_DIGITS = 18;

  private Values() {}

  static boolean isNumber(Kind kind) {
    return kind == Kind.INTEGER || kind == Kind.FLOAT;
  }

  static OptionalLong toLong(String digits) {
    if (digits.length() <= SAFE_LONG_DIGITS) {
      return OptionalLong.of(Long.parseLong(digits));
    }
    BigInteger number = new BigInteger(digits);
    return number.bitLength() < Long.SIZE
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  static double toDouble(String text) {
    return Double.parseDouble(text);
  }

  static String jsonText(double number) {
    return PythonText.repr(number, "NaN", "Infinity");
  }

  static String jsonText(BigDecimal number) {
    String text = number.toString();
    return text.indexOf('.') < 0 && text.indexOf('E') < 0 ? text + ".0" : text;
  }

  static boolean isTruthy(FieldValue value) {
    return switch (value.kind()) {
      case MISSING, NULL -> false;
      case BOOLEAN -> value.is(true);
      case INTEGER, FLOAT -> toDouble(value.numberText()) != 0;
      case STRING -> !value.is("");
      case LIST, MAP -> value.hasContent();
    };
  }

  @SuppressWarnings("ReferenceEquality") // a short cut only: equal values are compared below
  static boolean equal(FieldValue a, FieldValue b) {
    if (a == b) {
      return true;
    }
    return switch (a.kind()) {
      case MISSING, NULL -> a.kind() == b.kind();
      case BOOLEAN, INTEGER, FLOAT -> isNumeric(b.kind()) && sameNumber(a, b);
      case STRING -> b.kind() == Kind.STRING && a.is(b.asString().orElseThrow());
      case LIST -> b.kind() == Kind.LIST && sameElements(a.elements(), b.elements());
      case MAP -> b.kind() == Kind.MAP && sameFields(a.fields(), b.fields());
    };
  }

  private static boolean sameElements(List<FieldValue> a, List<FieldValue> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<FieldValue> other = b.iterator();
    for (FieldValue element : a) {
      if (!equal(element, other.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameFields(Map<String, FieldValue> a, Map<String, FieldValue> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<String, FieldValue> field : a.entrySet()) {
      FieldValue other = b.get(field.getKey());
      if (other == null || !equal(field.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumeric(Kind kind) {
    return isNumber(kind) || kind == Kind.BOOLEAN;
  }

  /** Whole numbers exactly, fractions as doubles, and both together exactly, as Python does. */
  private static boolean sameNumber(FieldValue a, FieldValue b) {
    double x = asDouble(a);
    double y = asDouble(b);
    if ((a.kind() == Kind.FLOAT && b.kind() == Kind.FLOAT)
        || Double.isInfinite(x) != Double.isInfinite(y)) {
      return x == y;
    }
    return x == y && exact(a).compareTo(exact(b)) == 0;
  }

  private static double asDouble(FieldValue value) {
    return value.kind() == Kind.BOOLEAN ? (value.is(true) ? 1 : 0) : toDouble(value.numberText());
  }

  private static BigDecimal exact(FieldValue value) {
    return switch (value.kind()) {
      case INTEGER -> new BigDecimal(new BigInteger(value.numberText()));
      case FLOAT -> finite(toDouble(value.numberText()));
      default -> value.is(true) ? BigDecimal.ONE : BigDecimal.ZERO;
    };
  }

  /** A float that overflows is infinite, which no whole number equals: any fraction stands for it. */
  private static BigDecimal finite(double number) {
    return Double.isInfinite(number) ? new BigDecimal("0.5") : new BigDecimal(number);
  }

  static int hash(FieldValue value) {
    return switch (value.kind()) {
      case MISSING -> 1;
      case NULL -> 2;
      case BOOLEAN, INTEGER, FLOAT -> Double.hashCode(asDouble(value) + 0.0);
      case STRING -> value.asString().orElseThrow().hashCode();
      case LIST -> value.elements().hashCode();
      case MAP -> value.fields().hashCode();
    };
  }

  static @Nullable Object toJava(FieldValue value) {
    return switch (value.kind()) {
      case MISSING, NULL -> null;
      case BOOLEAN -> value.is(true);
      case INTEGER -> integer(value.numberText());
      case FLOAT -> toDouble(value.numberText());
      case STRING -> value.asString().orElseThrow();
      case LIST -> list(value);
      case MAP -> map(value);
    };
  }

  private static List<@Nullable Object> list(FieldValue value) {
    List<@Nullable Object> list = new ArrayList<>();
    value.elements().forEach(element -> list.add(toJava(element)));
    return Collections.unmodifiableList(list);
  }

  private static Object integer(String digits) {
    OptionalLong small = toLong(digits);
    return small.isPresent() ? (Object) small.getAsLong() : new BigInteger(digits);
  }

  private static Map<String, @Nullable Object> map(FieldValue value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    value.fields().forEach((key, field) -> map.put(key, toJava(field)));
    return Collections.unmodifiableMap(map);
  }
}
