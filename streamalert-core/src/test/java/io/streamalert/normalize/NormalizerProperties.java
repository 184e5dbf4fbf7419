package io.streamalert.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

class NormalizerProperties {

  private static final LogType TYPE = LogType.of("acme:login");

  private static LogRecord normalize(Map<?, ?> configuration, FieldValue content) {
    return Normalizer.of(Map.of(TYPE, FieldValue.of(configuration)))
        .normalize(LogRecord.builder(TYPE, content).build());
  }

  @Property
  void lazyValuesAreThoseOfThePlainNormalizer(
      @ForAll("configurations") Map<String, Object> configuration,
      @ForAll("maps") Map<String, Object> fields) {
    LogRecord record = normalize(configuration, FieldValue.of(fields));
    LogRecord read =
        normalize(configuration, FieldValue.parse(FieldValue.of(fields).toJson()));

    assertThat(json(record)).isEqualTo(naive(configuration, fields, record));
    assertThat(json(read)).isEqualTo(naive(configuration, fields, read));
    assertThat(json(read.detached())).isEqualTo(json(read));
  }

  private static String json(LogRecord record) {
    return record.at(LogRecord.NORMALIZATION_KEY).toJson();
  }

  private static String naive(Map<?, ?> configuration, Map<?, ?> fields, LogRecord record) {
    return FieldValue.of(
            NaiveNormalizer.normalize(configuration, fields, record.id().toString()))
        .toJson();
  }

  @Property(tries = 300)
  void nothingElseChanges(
      @ForAll("configurations") Map<String, Object> configuration,
      @ForAll("maps") Map<String, Object> fields) {
    LogRecord record = normalize(configuration, FieldValue.of(fields));
    Map<String, FieldValue> others = new LinkedHashMap<>(record.content().fields());

    assertThat(others.remove(LogRecord.NORMALIZATION_KEY)).isNotNull();
    assertThat(FieldValue.map(others).toJson()).isEqualTo(FieldValue.of(fields).toJson());
  }

  @Property(tries = 300)
  void artifactsAreThoseOfThePlainNormalizer(
      @ForAll("configurations") Map<String, Object> configuration,
      @ForAll("maps") Map<String, Object> fields) {
    LogRecord record = normalize(configuration, FieldValue.of(fields));
    List<Artifact> artifacts = Artifact.allOf(record);

    assertThat(artifacts)
        .extracting(a -> List.of(a.function(), a.type(), a.value()))
        .isEqualTo(NaiveNormalizer.artifacts(NaiveNormalizer.normalize(configuration, fields, "")));
    assertThat(artifacts).allSatisfy(artifact -> {
      assertThat(artifact.recordId()).isEqualTo(record.id());
      assertThat(artifact.sourceType()).isEqualTo(TYPE);
    });
  }

  @Property(tries = 300)
  void valuesOfATypeAreThoseOfItsEntries(
      @ForAll("configurations") Map<String, Object> configuration,
      @ForAll("maps") Map<String, Object> fields) {
    LogRecord record = normalize(configuration, FieldValue.of(fields));

    for (String type : configuration.keySet()) {
      Set<FieldValue> expected = NormalizedValue.allOf(record).stream()
          .filter(value -> value.type().equals(type))
          .flatMap(value -> value.values().stream())
          .collect(Collectors.toSet());
      assertThat(NormalizedValue.valuesOf(record, type)).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<Map<String, Object>> configurations() {
    Arbitrary<Object> parameters = Arbitraries.oneOf(
        paths().map(path -> path), places().list().ofMaxSize(3).map(list -> list));
    return Arbitraries.maps(Arbitraries.of("ip_address", "user", "host"), parameters)
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(LinkedHashMap::new);
  }

  private static Arbitrary<List<String>> paths() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, keys().list().ofSize(0)),
        Tuple.of(8, keys().list().ofMinSize(1).ofMaxSize(3)));
  }

  private static Arbitrary<String> keys() {
    return Arbitraries.of("a", "b", "c");
  }

  private static Arbitrary<Map<String, Object>> places() {
    return Combinators.combine(
            paths(),
            Arbitraries.of("source", "").injectNull(0.3),
            conditions().injectNull(0.4),
            Arbitraries.of(true, false).injectNull(0.4))
        .as((path, function, condition, artifacts) -> {
          Map<String, Object> place = new LinkedHashMap<>();
          place.put("path", path);
          putIfThere(place, "function", function);
          putIfThere(place, "condition", condition);
          putIfThere(place, "send_to_artifacts", artifacts);
          return place;
        });
  }

  private static Arbitrary<Map<String, Object>> conditions() {
    Arbitrary<Object> text = texts().map(t -> t);
    Arbitrary<Object> several =
        Arbitraries.oneOf(text, texts().list().ofMaxSize(3).map(l -> l));
    return Combinators.combine(
            paths(),
            text.injectNull(0.7),
            text.injectNull(0.7),
            several.injectNull(0.7),
            several.injectNull(0.7),
            text.injectNull(0.7),
            text.injectNull(0.5))
        .as((path, is, isNot, in, notIn, contains, notContains) -> {
          Map<String, Object> condition = new LinkedHashMap<>();
          putIfThere(condition, "not_contains", notContains);
          putIfThere(condition, "contains", contains);
          putIfThere(condition, "not_in", notIn);
          putIfThere(condition, "in", in);
          putIfThere(condition, "is_not", isNot);
          putIfThere(condition, "is", is);
          condition.put("path", path);
          return condition;
        });
  }

  private static void putIfThere(Map<String, Object> map, String key, @Nullable Object value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.of("", "root", "Root", "ro", "true", "1", "['x']", "a root b", "ÄÖ", "äö");
  }

  @Provide
  Arbitrary<Map<String, Object>> maps() {
    return maps(3);
  }

  private static Arbitrary<Map<String, Object>> maps(int depth) {
    return Arbitraries.maps(keys(), values(depth)).ofMaxSize(3).map(LinkedHashMap::new);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> scalars = Arbitraries.oneOf(
        texts().map(t -> t),
        texts().map(t -> t),
        Arbitraries.of(0L, 1L, -7L, 0.0, 1.5, true, false));
    Arbitrary<Object> lists = scalars.list().ofMaxSize(3).map(l -> l);
    return depth == 0
        ? scalars
        : Arbitraries.frequencyOf(
            Tuple.of(3, scalars.injectNull(0.05)),
            Tuple.of(1, lists),
            Tuple.of(4, Arbitraries.lazy(() -> maps(depth - 1).map(m -> m))));
  }
}
