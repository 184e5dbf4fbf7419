package io.streamalert.classify;

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

  private static final String ANY_NAME = "t";

  private SchemaArbitraries() {}

  static Arbitrary<List<LogSchema>> schemas() {
    Arbitrary<LogSchema> any = Arbitraries.frequencyOf(
        Tuple.of(6, json()),
        Tuple.of(2, csv()),
        Tuple.of(1, keysAndValues()),
        Tuple.of(
            1,
            Arbitraries.of(SchemaParts.schema(ANY_NAME, "syslog", Map.of(), Set.of(), List.of()))));
    return any.list().ofMinSize(1).ofMaxSize(6).map(SchemaArbitraries::numbered);
  }

  private static List<LogSchema> numbered(List<LogSchema> schemas) {
    List<LogSchema> numbered = new ArrayList<>();
    for (LogSchema schema : schemas) {
      numbered.add(SchemaParts.named("t:" + numbered.size(), schema));
    }
    return numbered;
  }

  private static Arbitrary<LogSchema> json() {
    return Combinators.combine(
            fields(),
            Arbitraries.of(SchemaParts.KEYS).set().ofMaxSize(SchemaParts.KEYS.size()),
            Arbitraries.of(SchemaParts.PLACES),
            Arbitraries.of(SchemaParts.ENVELOPES),
            Arbitraries.of(SchemaParts.PATTERNS))
        .as((f, o, w, e, p) -> SchemaParts.schema(ANY_NAME, "json", f, o, List.of(w, e, p)));
  }

  private static Arbitrary<LogSchema> csv() {
    return Combinators.combine(
            fields(),
            Arbitraries.of(SchemaParts.PLACES_OF_TEXT),
            Arbitraries.of(SchemaParts.PATTERNS))
        .as((f, w, p) -> SchemaParts.schema(ANY_NAME, "csv", f, Set.of(), List.of(w, p)));
  }

  private static Arbitrary<LogSchema> keysAndValues() {
    return Combinators.combine(fields(), Arbitraries.of(SchemaParts.PATTERNS))
        .as((f, p) -> SchemaParts.schema(ANY_NAME, "kv", f, Set.of(), List.of(p)));
  }

  private static Arbitrary<Map<String, FieldType>> fields() {
    return Arbitraries.maps(Arbitraries.of(SchemaParts.KEYS), Arbitraries.of(SchemaParts.TYPES))
        .ofMaxSize(4);
  }
}
