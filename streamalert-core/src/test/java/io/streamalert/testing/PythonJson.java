package io.streamalert.testing;

import io.streamalert.record.FieldValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JSON as Python writes it with sorted keys, no spaces, and characters as they are. */
public final class PythonJson {

  private PythonJson() {}

  /** A map with one field replaced. */
  public static Map<String, FieldValue> with(
      FieldValue map, String key, Map<String, FieldValue> value) {
    Map<String, FieldValue> copy = new LinkedHashMap<>(map.fields());
    copy.put(key, FieldValue.of(value));
    return copy;
  }

  /** The hash of a value's text. */
  public static String sha256(FieldValue value) {
    try {
      byte[] text = write(value).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** The text of a value. */
  public static String write(FieldValue value) {
    return switch (value.kind()) {
      case MISSING, NULL -> "null";
      case BOOLEAN -> value.is(true) ? "true" : "false";
      case INTEGER -> value.asText();
      case FLOAT -> value.toJson();
      case STRING -> quoted(value.asString().orElseThrow());
      case LIST ->
        value.elements().stream().map(PythonJson::write).collect(Collectors.joining(",", "[", "]"));
      case MAP ->
        new TreeMap<>(value.fields())
            .entrySet().stream()
                .map(e -> quoted(e.getKey()) + ":" + write(e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default ->
          out.append(c < ' ' ? String.format("\\u%04x", c) : new String(Character.toChars(c)));
      }
    });
    return out.append('"').toString();
  }
}
