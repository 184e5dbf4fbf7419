package io.streamalert.record;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.Map;

/**
 * Text forms as Python's {@code str} gives them, because StreamAlert 3.5 stores them in fields
 * declared {@code string}. {@link Double#toString} would not do: its digits differ between JDK 17
 * and later ones.
 */
final class PythonText {

  private static final int MAX_DIGITS = 17;
  private static final int FIRST_EXPONENT = 16;
  private static final int LAST_SMALL_EXPONENT = -4;

  private PythonText() {}

  static String of(FieldValue value) {
    if (value.kind() == FieldValue.Kind.MISSING) {
      return "";
    }
    return value.asString().orElseGet(() -> {
      StringBuilder out = new StringBuilder();
      append(out, value);
      return out.toString();
    });
  }

  private static void append(StringBuilder out, FieldValue value) {
    switch (value.kind()) {
      case BOOLEAN -> out.append(value.is(true) ? "True" : "False");
      case INTEGER -> out.append(integer(value.numberText()));
      case FLOAT -> out.append(repr(Values.toDouble(value.numberText()), "nan", "inf"));
      case STRING -> appendQuoted(out, value.asString().orElseThrow());
      case LIST -> appendList(out, value);
      case MAP -> appendMap(out, value);
      default -> out.append("None");
    }
  }

  private static String integer(String digits) {
    return "-0".equals(digits) ? "0" : digits;
  }

  private static void appendList(StringBuilder out, FieldValue list) {
    out.append('[');
    for (Iterator<FieldValue> i = list.elements().iterator(); i.hasNext(); ) {
      append(out, i.next());
      out.append(i.hasNext() ? ", " : "");
    }
    out.append(']');
  }

  private static void appendMap(StringBuilder out, FieldValue map) {
    out.append('{');
    for (Iterator<Map.Entry<String, FieldValue>> i = map.fields().entrySet().iterator();
        i.hasNext(); ) {
      Map.Entry<String, FieldValue> field = i.next();
      appendQuoted(out, field.getKey());
      append(out.append(": "), field.getValue());
      out.append(i.hasNext() ? ", " : "");
    }
    out.append('}');
  }

  private static void appendQuoted(StringBuilder out, String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints().forEach(c -> appendChar(out, c, quote));
    out.append(quote);
  }

  private static void appendChar(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c));
        }
      }
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  /** The shortest digits that read back as the same double, laid out as Python's repr does. */
  static String repr(double number, String nan, String infinity) {
    if (Double.isNaN(number)) {
      return nan;
    }
    String sign = Math.copySign(1, number) < 0 ? "-" : "";
    double magnitude = Math.abs(number);
    if (Double.isInfinite(magnitude)) {
      return sign + infinity;
    }
    return sign + (magnitude == 0 ? "0.0" : layOut(shortest(magnitude)));
  }

  private static BigDecimal shortest(double magnitude) {
    BigDecimal exact = new BigDecimal(magnitude);
    for (int digits = 1; digits < MAX_DIGITS; digits++) {
      BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean belowFits = below.doubleValue() == magnitude;
      boolean aboveFits = above.doubleValue() == magnitude;
      if (belowFits && aboveFits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      }
      if (belowFits || aboveFits) {
        return belowFits ? below : above;
      }
    }
    return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN));
  }

  private static String layOut(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    BigInteger digits = plain.unscaledValue();
    int exponent = digits.toString().length() - 1 - plain.scale();
    if (exponent >= LAST_SMALL_EXPONENT && exponent < FIRST_EXPONENT) {
      return plain.scale() > 0 ? plain.toPlainString() : plain.toPlainString() + ".0";
    }
    StringBuilder out = new StringBuilder(digits.toString());
    if (out.length() > 1) {
      out.insert(1, '.');
    }
    return out.append(exponent < 0 ? "e-" : "e+")
        .append(Math.abs(exponent) < 10 ? "0" : "")
        .append(Math.abs(exponent))
        .toString();
  }
}
