package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.config.StreamAlertConfig;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.testing.ConformanceData;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What StreamAlert 3.5 itself answers for real logs, for every schema that can be used so far. */
class ClassifierCorpusTest {

  private static final LogSource SOURCE = LogSource.of("kinesis", "corpus");

  private final JsonReader reader = new JsonReader(1_000);

  @Test
  void eachSchemaMatchesWhatItMatchedInStreamAlert() {
    Map<String, Classifier> bySchema = classifiers();
    assertThat(bySchema).hasSizeGreaterThan(40);
    List<String> wrong = new ArrayList<>();
    try (Stream<String> corpus = ConformanceData.lines("classify/corpus.jsonl");
        Stream<String> answers = ConformanceData.lines("classify/expected.jsonl")) {
      Iterator<String> expected = answers.iterator();
      corpus.forEach(line -> compare(json(line), json(expected.next()), bySchema, wrong));
      assertThat(expected).isExhausted();
    }
    assertThat(wrong).isEmpty();
  }

  private static Map<String, Classifier> classifiers() {
    Map<String, Classifier> bySchema = new LinkedHashMap<>();
    for (LogSchema schema :
        StreamAlertConfig.load(ConformanceData.path("streamalert/conf")).schemas()) {
      if (Classifier.builder().unsupported(schema).isEmpty()) {
        bySchema.put(
            schema.type().name(), Classifier.builder().schemas(List.of(schema)).build());
      }
    }
    return bySchema;
  }

  private FieldValue json(String line) {
    return reader.read(line).orElseThrow();
  }

  private static void compare(
      FieldValue payload,
      FieldValue expected,
      Map<String, Classifier> bySchema,
      List<String> wrong) {
    assertThat(payload.at("id")).isEqualTo(expected.at("id"));
    Map<String, String> matching = new LinkedHashMap<>();
    for (FieldValue match : expected.at("matching").elements()) {
      matching.put(
          match.at("log_type").asText(),
          match.at("parsed").asText() + "/" + match.at("invalid").asText());
    }
    String id = payload.at("id").asText();
    RawLog log = RawLog.of(SOURCE, Position.of("corpus", id), payload.at("raw").asText());
    bySchema.forEach((type, classifier) -> {
      String actual = answer(classifier.classify(log));
      if (!actual.equals(matching.getOrDefault(type, "none"))) {
        wrong.add(id + " " + type + ": " + actual + ", not " + matching.getOrDefault(type, "none"));
      }
    });
  }

  /** A list that was split matched nothing in StreamAlert: splitting is ours. */
  private static String answer(Classification outcome) {
    return outcome instanceof Classified classified
        ? classified.records().size() + "/" + classified.deadLetters().size()
        : "none";
  }
}
