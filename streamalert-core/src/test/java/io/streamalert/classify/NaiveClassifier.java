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

  /** The data of a raw log: JSON, else text; missing where it is neither. */
  static FieldValue data(RawLog log) {
    Optional<FieldValue> json = new JsonReader(1_000).read(log);
    if (json.isEmpty()) {
      return log.text().map(FieldValue::of).orElse(FieldValue.missing());
    }
    if (json.get().kind() == Kind.STRING && log.source().service().equals("s3")) {
      return new JsonReader(1_000).read(json.get().asString().orElseThrow()).orElse(json.get());
    }
    return json.get();
  }

  Optional<Answer> classify(RawLog log) {
    return classify(data(log));
  }

  Optional<Answer> classify(FieldValue data) {
    for (LogSchema schema : schemas) {
      Answer answer = parse(schema, data);
      if (!answer.records.isEmpty()) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  static Answer parse(LogSchema schema, FieldValue data) {
    Optional<FieldValue> envelope = envelope(schema, data);
    List<FieldValue> records = new ArrayList<>();
    int rejected = 0;
    if (envelope.isPresent()) {
      for (Optional<FieldValue> candidate : NaiveParsers.candidates(schema, data)) {
        Optional<FieldValue> record = candidate.flatMap(c -> record(schema, c, envelope.get()));
        record.ifPresent(records::add);
        rejected += record.isPresent() ? 0 : 1;
      }
    }
    return new Answer(schema.type().name(), records, rejected);
  }

  /** The envelope; missing where there is none to be. */
  private static Optional<FieldValue> envelope(LogSchema schema, FieldValue data) {
    Map<String, FieldValue> declared = schema.option("envelope_keys").fields();
    if (declared.isEmpty()) {
      return Optional.of(FieldValue.missing());
    }
    List<FieldValue> optional = schema.option("optional_envelope_keys").elements();
    Map<String, FieldValue> envelope = new LinkedHashMap<>();
    for (Map.Entry<String, FieldValue> key : declared.entrySet()) {
      FieldType type = FieldType.declared(key.getValue()).orElseThrow();
      FieldValue value = data.at(key.getKey());
      FieldValue converted = value.exists() ? TypeConversion.convert(type, value) : null;
      if (!value.exists() && optional.contains(FieldValue.of(key.getKey()))) {
        converted = empty(type);
      }
      if (converted == null) {
        return Optional.empty();
      }
      envelope.put(key.getKey(), converted);
    }
    return Optional.of(FieldValue.map(envelope));
  }

  private static Optional<FieldValue> record(
      LogSchema schema, FieldValue candidate, FieldValue envelope) {
    Optional<Map<String, FieldValue>> fields = fields(schema, candidate);
    if (!schema.fields().isEmpty() && fields.isEmpty()) {
      return Optional.empty();
    }
    FieldValue converted = fields.map(FieldValue::map).orElse(candidate);
    if (!NaiveParsers.matches(schema.option("log_patterns"), converted, envelope)) {
      return Optional.empty();
    }
    if (converted.kind() != Kind.MAP) {
      return Optional.of(converted);
    }
    Map<String, FieldValue> record = new LinkedHashMap<>(converted.fields());
    if (envelope.exists()) {
      record.put("streamalert:envelope_keys", envelope);
    }
    schema.fields().forEach((key, type) -> record.putIfAbsent(key, empty(type)));
    return Optional.of(FieldValue.map(record));
  }

  /** The fields in their types; empty where keys or values are not those of the schema. */
  private static Optional<Map<String, FieldValue>> fields(LogSchema schema, FieldValue element) {
    if (schema.fields().isEmpty() || element.kind() != Kind.MAP) {
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
    return Optional.of(record);
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
