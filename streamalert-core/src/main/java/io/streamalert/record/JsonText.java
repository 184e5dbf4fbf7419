package io.streamalert.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Writes values as compact JSON. */
final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  static void appendList(StringBuilder out, List<FieldValue> elements) {
    String separator = "[";
    for (FieldValue element : elements) {
      out.append(separator);
      element.appendJson(out);
      separator = ",";
    }
    out.append(elements.isEmpty() ? "[]" : "]");
  }

  static void appendMap(StringBuilder out, Map<String, FieldValue> fields) {
    String separator = "{";
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      out.append(separator);
      appendString(out, field.getKey());
      out.append(':');
      field.getValue().appendJson(out);
      separator = ",";
    }
    out.append(fields.isEmpty() ? "{}" : "}");
  }

  /** JSON has no NaN and no infinities: they become text, so that every reader takes the line. */
  static void appendNumber(StringBuilder out, String text) {
    char last = text.charAt(text.length() - 1);
    if (last >= '0' && last <= '9') {
      out.append(text);
    } else {
      out.append('"').append(text).append('"');
    }
  }

  static void appendString(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      appendChar(out, text, i);
    }
    out.append('"');
  }

  private static void appendChar(StringBuilder out, String text, int i) {
    char c = text.charAt(i);
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ' || isLoneSurrogate(text, i)) {
          appendHex(out, c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static void appendHex(StringBuilder out, char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xF));
    }
  }

  static Map<String, FieldValue> detached(Map<String, FieldValue> fields) {
    return detached(fields, FieldValue::detached);
  }

  @SuppressWarnings("ReferenceEquality") // whether it was copied, not whether it is equal
  static Map<String, FieldValue> detached(
      Map<String, FieldValue> fields, UnaryOperator<FieldValue> copying) {
    Map<String, FieldValue> copy = new LinkedHashMap<>();
    boolean same = true;
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      FieldValue detached = copying.apply(field.getValue());
      same &= detached == field.getValue();
      copy.put(field.getKey(), detached);
    }
    return same ? fields : Collections.unmodifiableMap(copy);
  }
}
