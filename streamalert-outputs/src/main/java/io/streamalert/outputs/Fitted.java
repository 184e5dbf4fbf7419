package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings values into a number of bytes: long texts lose their middle, long lists and maps their end,
 * as little as is needed.
 */
final class Fitted {

  private static final String MORE = "...";

  /** From the gentlest to the harshest: how long texts and how many entries may stay. */
  private static final List<Fitted> STEPS = List.of(
      new Fitted(20_000, 2_000),
      new Fitted(5_000, 500),
      new Fitted(1_000, 200),
      new Fitted(200, 100),
      new Fitted(100, 30),
      new Fitted(50, 10));

  private final int text;
  private final int entries;

  private Fitted(int text, int entries) {
    this.text = text;
    this.entries = entries;
  }

  /** The value, or as much of it as there is room for. */
  static FieldValue into(int bytes, FieldValue value) {
    if (bytes(value) <= bytes) {
      return value;
    }
    return STEPS.stream()
        .map(step -> step.shortened(value))
        .filter(shorter -> bytes(shorter) <= bytes)
        .findFirst()
        .or(() -> Optional.of(nothing(value)))
        .orElseThrow();
  }

  static int bytes(FieldValue value) {
    return value.toJson().getBytes(StandardCharsets.UTF_8).length;
  }

  private static FieldValue nothing(FieldValue value) {
    return switch (value.kind()) {
      case MAP -> FieldValue.of(Map.of(MORE, value.fields().size() + " more"));
      case LIST -> FieldValue.of(List.of(value.elements().size() + " more"));
      default -> FieldValue.of(MORE);
    };
  }

  private FieldValue shortened(FieldValue value) {
    return switch (value.kind()) {
      case MAP -> FieldValue.map(shortened(value.fields()));
      case LIST ->
        FieldValue.list(
            value.elements().stream().limit(entries).map(this::shortened).toList());
      case NULL, BOOLEAN -> value;
      case STRING -> FieldValue.of(Texts.elide(value.asText(), text));
      default -> value.toJson().length() <= text ? value : FieldValue.of(MORE);
    };
  }

  private Map<String, FieldValue> shortened(Map<String, FieldValue> fields) {
    Map<String, FieldValue> shorter = new LinkedHashMap<>();
    fields.entrySet().stream()
        .limit(entries)
        .forEach(
            field -> shorter.put(Texts.elide(field.getKey(), text), shortened(field.getValue())));
    if (fields.size() > entries) {
      shorter.put(MORE, FieldValue.of((fields.size() - entries) + " more"));
    }
    return shorter;
  }
}
