package io.streamalert.publish;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns each list of a map that holds neither maps nor lists into one text. */
final class StringifyArrays implements Publisher {

  private final String delimiter;

  StringifyArrays(String delimiter) {
    this.delimiter = delimiter;
  }

  @Override
  public Publication publish(Alert alert, Publication previous) {
    return Publication.of(rewritten(previous.toFields()));
  }

  private Map<String, FieldValue> rewritten(Map<String, FieldValue> fields) {
    Map<String, FieldValue> rewritten = new LinkedHashMap<>();
    fields.forEach((key, value) ->
        rewritten.put(key, isListOfScalars(value) ? joined(value.elements()) : rewritten(value)));
    return rewritten;
  }

  private FieldValue rewritten(FieldValue value) {
    return switch (value.kind()) {
      case MAP -> FieldValue.map(rewritten(value.fields()));
      case LIST ->
        FieldValue.list(value.elements().stream().map(this::rewritten).toList());
      default -> value;
    };
  }

  private static boolean isListOfScalars(FieldValue value) {
    return value.kind() == Kind.LIST
        && value.elements().stream()
            .noneMatch(element -> element.kind() == Kind.LIST || element.kind() == Kind.MAP);
  }

  private FieldValue joined(List<FieldValue> elements) {
    return FieldValue.of(
        elements.stream().map(FieldValue::asText).collect(Collectors.joining(delimiter)));
  }
}
