package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The classifier answers what the plain loop over the schemas answers. */
class ClassifierProperties {

  private static final LogSource SOURCE = LogSource.of("s3", "bucket");
  private static final String[] KEYS = {"a", "b", "c", "d", "longer_key_1", "longer_key_2"};

  @Provide
  Arbitrary<List<LogSchema>> schemas() {
    return schema().list().ofMinSize(1).ofMaxSize(6).map(ClassifierProperties::numbered);
  }

  private static List<LogSchema> numbered(List<LogSchema> schemas) {
    List<LogSchema> numbered = new ArrayList<>();
    for (LogSchema schema : schemas) {
      LogSchema.Builder copy = LogSchema.named("t:" + numbered.size());
      schema.fields().forEach((key, type) -> {
        if (schema.optionalFields().contains(key)) {
          copy.optionalField(key, type);
        } else {
          copy.field(key, type);
        }
      });
      schema.jsonPath().ifPresent(copy::jsonPath);
      numbered.add(copy.build());
    }
    return numbered;
  }

  private static Arbitrary<LogSchema> schema() {
    Arbitrary<Map<String, FieldType>> fields =
        Arbitraries.maps(Arbitraries.of(KEYS), type()).ofMaxSize(4);
    Arbitrary<List<Boolean>> optional = Arbitraries.of(true, false).list().ofSize(KEYS.length);
    Arbitrary<String> path = Arbitraries.of("", "", "Records[*]", "logs[*]", "[*]");
    return Combinators.combine(fields, optional, path).as((f, o, p) -> {
      LogSchema.Builder schema = LogSchema.named("t");
      f.forEach((key, type) -> {
        if (o.get(List.of(KEYS).indexOf(key))) {
          schema.optionalField(key, type);
        } else {
          schema.field(key, type);
        }
      });
      return (p.isEmpty() ? schema : schema.jsonPath(p)).build();
    });
  }

  private static Arbitrary<FieldType> type() {
    return Arbitraries.of(
        FieldType.string(),
        FieldType.integer(),
        FieldType.floating(),
        FieldType.bool(),
        FieldType.list(),
        FieldType.any(),
        FieldType.map(Map.of("x", FieldType.integer())));
  }

  @Provide
  Arbitrary<FieldValue> payloads() {
    Arbitrary<Object> map = map();
    Arbitrary<Object> lists =
        Arbitraries.oneOf(map, value()).list().ofMaxSize(4).map(l -> l);
    return Arbitraries.oneOf(
            map,
            lists,
            lists.map(l -> (Object) Map.of("Records", l)),
            lists.map(l -> (Object) Map.of("logs", l)),
            value())
        .map(FieldValue::of);
  }

  private static Arbitrary<Object> map() {
    return Arbitraries.maps(Arbitraries.of(KEYS), value()).ofMaxSize(5).map(m -> m);
  }

  private static Arbitrary<Object> value() {
    return Arbitraries.of(
        "text",
        "",
        "12",
        " 7 ",
        "1.5",
        "true",
        0,
        5,
        -3,
        1.5,
        1e300,
        true,
        false,
        List.of(),
        List.of(1),
        Map.of(),
        Map.of("x", 1),
        Map.of("x", "y"),
        Map.of("x", "3"),
        Map.of("y", 1));
  }

  @Property(tries = 5_000)
  void theAnswerIsThatOfThePlainLoop(
      @ForAll("schemas") List<LogSchema> schemas, @ForAll("payloads") FieldValue payload) {
    RawLog log = RawLog.of(SOURCE, Position.of("test", "1"), payload.toJson());
    Classification actual = Classifier.builder().schemas(schemas).build().classify(log);
    Optional<NaiveClassifier.Answer> expected = new NaiveClassifier(schemas).classify(log);

    if (expected.isPresent()) {
      check(actual, expected.get());
    } else {
      checkElements(actual, new NaiveClassifier(schemas), payload);
    }
  }

  private static void check(Classification actual, NaiveClassifier.Answer expected) {
    assertThat(actual).isInstanceOf(Classified.class);
    assertThat(((Classified) actual).type().name()).isEqualTo(expected.type());
    assertThat(actual.records().stream().map(LogRecord::content)).isEqualTo(expected.records());
    assertThat(actual.deadLetters()).hasSize(expected.rejected());
  }

  /** What fits nothing as a whole is tried element by element if it is a list. */
  private static void checkElements(
      Classification actual, NaiveClassifier naive, FieldValue payload) {
    List<NaiveClassifier.Answer> answers =
        payload.elements().stream().flatMap(e -> naive.classify(e).stream()).toList();
    if (answers.isEmpty()) {
      assertThat(actual).isInstanceOf(Unclassified.class);
      assertThat(actual.deadLetters()).hasSize(1);
      return;
    }
    assertThat(actual).isInstanceOf(Split.class);
    assertThat(((Split) actual).elements()).hasSize(payload.elements().size());
    assertThat(actual.records().stream().map(LogRecord::content))
        .isEqualTo(answers.stream().flatMap(a -> a.records().stream()).toList());
  }

  @Property(tries = 1_000)
  void everyUnclassifiedLogHasAReasonForEverySchema(
      @ForAll("schemas") List<LogSchema> schemas, @ForAll("payloads") FieldValue payload) {
    RawLog log = RawLog.of(SOURCE, Position.of("test", "1"), payload.toJson());
    Classification actual = Classifier.builder().schemas(schemas).build().classify(log);

    if (actual instanceof Unclassified unclassified) {
      assertThat(unclassified.reasons()).hasSameSizeAs(schemas);
      assertThat(unclassified.reasons().values()).allMatch(reason -> !reason.isBlank());
      assertThat(unclassified.reasons().values()).doesNotContain("another schema comes first");
    }
  }

  @Property(tries = 500)
  void idsDoNotDependOnTheBatch(
      @ForAll("schemas") List<LogSchema> schemas,
      @ForAll("payloads") FieldValue a,
      @ForAll("payloads") FieldValue b) {
    Classifier classifier = Classifier.builder().schemas(schemas).build();
    RawLog one = RawLog.of(SOURCE, Position.of("test", "1"), a.toJson());
    RawLog two = RawLog.of(SOURCE, Position.of("test", "2"), b.toJson());

    assertThat(ids(classifier.classify(List.of(one, two))))
        .isEqualTo(ids(List.of(classifier.classify(one), classifier.classify(two))));
  }

  private static List<String> ids(List<Classification> outcomes) {
    return outcomes.stream()
        .flatMap(o -> o.records().stream())
        .map(r -> r.id().toString())
        .toList();
  }
}
