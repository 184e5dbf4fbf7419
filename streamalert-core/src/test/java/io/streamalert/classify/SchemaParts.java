package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What schemas of tests are made of, so that they often fit the payloads of tests. */
final class SchemaParts {

  static final List<String> KEYS = List.of("a", "b", "c", "d", "longer_key_1", "longer_key_2");

  static final List<FieldType> TYPES = List.of(
      FieldType.string(),
      FieldType.string(),
      FieldType.integer(),
      FieldType.floating(),
      FieldType.bool(),
      FieldType.list(),
      FieldType.any(),
      FieldType.map(Map.of("x", FieldType.integer())));

  /** Where the json parser finds records. */
  static final List<Map<String, ?>> PLACES = List.of(
      Map.of(),
      Map.of("json_path", "Records[*]"),
      Map.of("json_path", "logs[*]"),
      Map.of("json_path", "[*]"),
      Map.of("json_path", "logs[*].a"),
      Map.of("json_path", "logs[*]", "embedded_json", "yes"),
      Map.of("json_regex_key", "a"));

  /** Where the csv parser finds texts. */
  static final List<Map<String, ?>> PLACES_OF_TEXT =
      List.of(Map.of(), Map.of(), Map.of("json_path", "logs[*]"));

  static final List<Map<String, ?>> ENVELOPES = List.of(
      Map.of(),
      Map.of(),
      Map.of("envelope_keys", Map.of("e1", "integer")),
      Map.of(
          "envelope_keys", Map.of("e1", "string", "e2", Map.of("x", "integer")),
          "optional_envelope_keys", List.of("e2")));

  static final List<Map<String, ?>> PATTERNS = List.of(
      Map.of(),
      Map.of(),
      Map.of(),
      Map.of("log_patterns", Map.of("a", "te*")),
      Map.of("log_patterns", Map.of("a", List.of("[!t]*", "?"), "b", "*")),
      Map.of("log_patterns", Map.of("b", List.of())),
      Map.of("log_patterns", Map.of("streamalert:envelope_keys", Map.of("e1", "?"))),
      Map.of("log_patterns", Map.of("d", Map.of("x", "*"), "a", "*")));

  private static final Map<String, FieldType> SYSLOG =
      List.of("timestamp", "host", "application", "message").stream()
          .collect(Collectors.toMap(key -> key, key -> FieldType.string()));

  private SchemaParts() {}

  /** A schema of these parts; that of syslog has its own fields. */
  static LogSchema schema(
      String name,
      String parser,
      Map<String, FieldType> fields,
      Collection<String> optional,
      List<Map<String, ?>> options) {
    LogSchema.Builder schema = LogSchema.named(name).parser(parser);
    boolean syslog = parser.equals("syslog");
    (syslog ? SYSLOG : fields).forEach((key, type) -> {
      if (!syslog && optional.contains(key)) {
        schema.optionalField(key, type);
      } else {
        schema.field(key, type);
      }
    });
    options.forEach(some -> some.forEach((key, value) -> schema.option(key, FieldValue.of(value))));
    return schema.build();
  }

  /** The same schema under another name. */
  static LogSchema named(String name, LogSchema schema) {
    return schema(
        name, schema.parser(), schema.fields(), schema.optionalFields(), List.of(schema.options()));
  }
}
