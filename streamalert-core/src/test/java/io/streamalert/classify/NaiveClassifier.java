package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.JsonReader;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The loop of StreamAlert 3.5, schema after schema, written as it is described: slow and plain. */
final class NaiveClassifier {

  /** The records of the first schema that fits, and how many elements did not. */
  record Answer(String type, List<FieldValue> records, int rejected) {}

  private final List<LogSchema> schemas;

  NaiveClassifier(List<LogSchema> schemas) {
    this.schemas = schemas;
  }

  Optional<Answer> classify(RawLog log) {
    return new JsonReader(1_000).read(log).flatMap(this::classify);
  }

  Optional<Answer> classify(FieldValue json) {
    for (LogSchema schema : schemas) {
      List<FieldValue> records = new ArrayList<>();
      List<FieldValue> elements = elements(schema, json);
      for (FieldValue element : elements) {
        record(schema, element).ifPresent(records::add);
      }
      if (!records.isEmpty()) {
        return Optional.of(
            new Answer(schema.type().name(), records, elements.size() - records.size()));
      }
    }
    return Optional.empty();
  }

  private static List<FieldValue> elements(LogSchema schema, FieldValue json) {
    if (schema.jsonPath().isEmpty()) {
      return List.of(json);
    }
    String key = schema.jsonPath().get().replace("[*]", "");
    FieldValue list = key.isEmpty() ? json : json.at(key);
    return list.elements().stream().filter(e -> !e.isNull()).toList();
  }

  private static Optional<FieldValue> record(LogSchema schema, FieldValue element) {
    if (schema.fields().isEmpty()) {
      return Optional.of(element);
    }
    if (element.kind() != Kind.MAP) {
      return Optional.empty();
    }
    Set<String> keys = new LinkedHashSet<>(element.fields().keySet());
    keys.addAll(schema.optionalFields());
    if (!keys.equals(schema.fields().keySet())) {
      return Optional.empty();
    }
    Map<String, FieldValue> record = new LinkedHashMap<>();
    for (Map.Entry<String, FieldValue> field : element.fields().entrySet()) {
      FieldValue converted =
          TypeConversion.convert(schema.fields().get(field.getKey()), field.getValue());
      if (converted == null) {
        return Optional.empty();
      }
      record.put(field.getKey(), converted);
    }
    schema.fields().forEach((key, type) -> record.putIfAbsent(key, empty(type)));
    return Optional.of(FieldValue.of(record));
  }

  private static FieldValue empty(FieldType type) {
    return switch (type.toString()) {
      case "string" -> FieldValue.of("");
      case "integer" -> FieldValue.of(0);
      case "float" -> FieldValue.of(0.0);
      case "boolean" -> FieldValue.of(false);
      case "[]" -> FieldValue.of(List.of());
      default -> FieldValue.of(Map.of());
    };
  }
}
