package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Schemas of few keys, so that they often fit the payloads of {@link PayloadArbitraries}. */
final class SchemaArbitraries {

  static final String[] KEYS = {"a", "b", "c", "d", "longer_key_1", "longer_key_2"};

  private SchemaArbitraries() {}

  static Arbitrary<List<LogSchema>> schemas() {
    Arbitrary<LogSchema> any = Arbitraries.frequencyOf(
        Tuple.of(6, json()),
        Tuple.of(2, text("csv")),
        Tuple.of(1, text("kv")),
        Tuple.of(1, Arbitraries.of(syslog())));
    return any.list().ofMinSize(1).ofMaxSize(6).map(SchemaArbitraries::numbered);
  }

  private static List<LogSchema> numbered(List<LogSchema> schemas) {
    List<LogSchema> numbered = new ArrayList<>();
    for (LogSchema schema : schemas) {
      LogSchema.Builder copy = LogSchema.named("t:" + numbered.size()).parser(schema.parser());
      schema.fields().forEach((key, type) -> {
        if (schema.optionalFields().contains(key)) {
          copy.optionalField(key, type);
        } else {
          copy.field(key, type);
        }
      });
      schema.options().forEach(copy::option);
      numbered.add(copy.build());
    }
    return numbered;
  }

  private static Arbitrary<LogSchema> json() {
    Arbitrary<Map<String, String>> where = Arbitraries.of(
        Map.of(),
        Map.of("json_path", "Records[*]"),
        Map.of("json_path", "logs[*]"),
        Map.of("json_path", "[*]"),
        Map.of("json_path", "logs[*].a"),
        Map.of("json_path", "logs[*]", "embedded_json", "yes"),
        Map.of("json_regex_key", "a"));
    return Combinators.combine(fields(), optional(), where, envelope(), patterns())
        .as((f, o, w, e, p) -> {
          LogSchema.Builder schema = withFields(f, o);
          w.forEach((name, value) -> schema.option(name, FieldValue.of(value)));
          e.forEach((name, value) -> schema.option(name, FieldValue.of(value)));
          p.forEach((name, value) -> schema.option(name, FieldValue.of(value)));
          return schema.build();
        });
  }

  private static Arbitrary<LogSchema> text(String parser) {
    Arbitrary<String> path = Arbitraries.of("", "", "logs[*]");
    return Combinators.combine(fields(), path, patterns()).as((f, at, p) -> {
      LogSchema.Builder schema = withFields(f, Set.of()).parser(parser);
      p.forEach((name, value) -> schema.option(name, FieldValue.of(value)));
      return parser.equals("csv") ? schema.jsonPath(at).build() : schema.build();
    });
  }

  private static LogSchema syslog() {
    return withFields(
            Map.of(
                "timestamp", FieldType.string(),
                "host", FieldType.string(),
                "application", FieldType.string(),
                "message", FieldType.string()),
            Set.of())
        .parser("syslog")
        .build();
  }

  private static LogSchema.Builder withFields(Map<String, FieldType> fields, Set<String> optional) {
    LogSchema.Builder schema = LogSchema.named("t");
    fields.forEach((key, type) -> {
      if (optional.contains(key)) {
        schema.optionalField(key, type);
      } else {
        schema.field(key, type);
      }
    });
    return schema;
  }

  private static Arbitrary<Map<String, FieldType>> fields() {
    return Arbitraries.maps(Arbitraries.of(KEYS), type()).ofMaxSize(4);
  }

  private static Arbitrary<Set<String>> optional() {
    return Arbitraries.of(KEYS).set().ofMaxSize(KEYS.length);
  }

  private static Arbitrary<FieldType> type() {
    return Arbitraries.of(
        FieldType.string(),
        FieldType.string(),
        FieldType.integer(),
        FieldType.floating(),
        FieldType.bool(),
        FieldType.list(),
        FieldType.any(),
        FieldType.map(Map.of("x", FieldType.integer())));
  }

  private static Arbitrary<Map<String, ?>> envelope() {
    return Arbitraries.of(
        Map.of(),
        Map.of(),
        Map.of("envelope_keys", Map.of("e1", "integer")),
        Map.of(
            "envelope_keys", Map.of("e1", "string", "e2", Map.of("x", "integer")),
            "optional_envelope_keys", List.of("e2")));
  }

  private static Arbitrary<Map<String, ?>> patterns() {
    return Arbitraries.of(
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of("log_patterns", Map.of("a", "te*")),
        Map.of("log_patterns", Map.of("a", List.of("[!t]*", "?"), "b", "*")),
        Map.of("log_patterns", Map.of("b", List.of())),
        Map.of("log_patterns", Map.of("streamalert:envelope_keys", Map.of("e1", "?"))),
        Map.of("log_patterns", Map.of("d", Map.of("x", "*"), "a", "*")));
  }
}
