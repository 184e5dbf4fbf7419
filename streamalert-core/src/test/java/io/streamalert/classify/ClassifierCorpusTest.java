package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.config.StreamAlertConfig;
import io.streamalert.normalize.Normalizer;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.testing.ConformanceData;
import io.streamalert.testing.PythonJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What StreamAlert 3.5 itself answers for real logs, with all of its own schemas. */
class ClassifierCorpusTest {

  private static final LogSource SOURCE = LogSource.of("kinesis", "corpus");

  /** Its log pattern names a field that the schema has not, so in StreamAlert it never matches. */
  private static final String PAN = "pan";

  private final JsonReader reader = new JsonReader(1_000);
  private final List<LogSchema> schemas = schemas();
  private final Classifier classifier =
      Classifier.builder().schemas(schemas).thenEach(normalizer()::normalize).build();
  private final List<String> wrong = new ArrayList<>();

  private static List<LogSchema> schemas() {
    return StreamAlertConfig.load(ConformanceData.path("streamalert/conf")).schemas();
  }

  private Normalizer normalizer() {
    Map<LogType, FieldValue> configurations = new LinkedHashMap<>();
    schemas.stream()
        .filter(schema -> schema.option("normalization").isTruthy())
        .forEach(schema -> configurations.put(schema.type(), schema.option("normalization")));
    return Normalizer.of(configurations);
  }

  private void forEach(BiConsumer<FieldValue, FieldValue> check) {
    try (Stream<String> corpus = ConformanceData.lines("classify/corpus.jsonl");
        Stream<String> answers = ConformanceData.lines("classify/expected.jsonl")) {
      Iterator<String> expected = answers.iterator();
      corpus.forEach(line -> {
        FieldValue answer = json(expected.next());
        assertThat(json(line).at("id")).isEqualTo(answer.at("id"));
        check.accept(json(line), answer);
      });
      assertThat(expected).isExhausted();
    }
    assertThat(wrong).isEmpty();
  }

  private FieldValue json(String line) {
    return reader.read(line).orElseThrow();
  }

  private static RawLog log(FieldValue payload) {
    return RawLog.of(
        SOURCE,
        Position.of("corpus", payload.at("id").asText()),
        payload.at("raw").asText());
  }

  @Test
  void everySchemaMatchesWhatItMatchedInStreamAlert() {
    assertThat(schemas).hasSize(65);
    forEach((payload, expected) -> {
      Map<String, String> matching = new LinkedHashMap<>();
      for (FieldValue match : expected.at("matching").elements()) {
        matching.put(
            match.at("log_type").asText(), counts(match.at("parsed"), match.at("invalid")));
      }
      Map<String, String> actual = classifier.explain(log(payload)).stream()
          .filter(SchemaTrial::matches)
          .filter(trial -> !trial.type().name().equals(PAN))
          .collect(Collectors.toMap(t -> t.type().name(), t -> counts(t.parsed(), t.invalid())));
      check(payload, "matching", actual, matching);
    });
  }

  private static String counts(Object parsed, Object invalid) {
    return text(parsed) + "/" + text(invalid);
  }

  private static String text(Object number) {
    return number instanceof FieldValue value ? value.asText() : number.toString();
  }

  @Test
  void theFirstMatchHasTheSameRecords() {
    int[] hashed = {0};
    forEach((payload, expected) -> {
      FieldValue first = expected.at("first");
      Classification outcome = classifier.classify(log(payload));
      String type = outcome instanceof Classified c ? c.type().name() : "";
      check(payload, "log_type", type, first.at("log_type").textOr(""));
      if (outcome instanceof Classified && first.at("parsed_sha256").isTruthy()) {
        hashed[0]++;
        checkHash(payload, "parsed", parsed(outcome), first.at("parsed_sha256"));
        checkHash(payload, "normalized", normalized(outcome), first.at("normalized_sha256"));
      }
    });
    assertThat(hashed[0]).isGreaterThan(1_000);
  }

  private static List<Object> parsed(Classification outcome) {
    return outcome.records().stream()
        .map(LogRecord::content)
        .<Object>map(content -> without(content, "streamalert_normalization"))
        .toList();
  }

  private static List<Object> normalized(Classification outcome) {
    return outcome.records().stream()
        .map(LogRecord::content)
        .map(content -> content.at("streamalert_normalization").exists()
            ? PythonJson.with(
                content,
                "streamalert_normalization",
                without(content.at("streamalert_normalization"), "streamalert_record_id"))
            : content.fields())
        .map(Object.class::cast)
        .toList();
  }

  private static Map<String, FieldValue> without(FieldValue map, String key) {
    Map<String, FieldValue> rest = new LinkedHashMap<>(map.fields());
    rest.remove(key);
    return rest;
  }

  private void checkHash(FieldValue payload, String what, List<Object> records, FieldValue hash) {
    check(payload, what, PythonJson.sha256(FieldValue.of(records)), hash.asText());
  }

  private void check(FieldValue payload, String what, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      wrong.add(payload.at("id").asText() + " " + what + ": " + actual + ", not " + expected);
    }
  }
}
