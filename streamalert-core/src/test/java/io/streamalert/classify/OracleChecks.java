package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import io.streamalert.testing.PythonJson;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Classifies raw logs and compares what comes of them with what {@link NaiveClassifier} says. */
final class OracleChecks {

  private final List<LogSchema> schemas;
  private final Classifier classifier;
  private final NaiveClassifier naive;

  OracleChecks(List<LogSchema> schemas) {
    this.schemas = schemas;
    this.classifier = Classifier.builder().schemas(schemas).build();
    this.naive = new NaiveClassifier(schemas);
  }

  /** Checks type, records and dead letters of a raw log; returns its outcome. */
  Classification check(RawLog log) {
    Classification actual = classifier.classify(log);
    Optional<NaiveClassifier.Answer> expected = naive.classify(log);
    if (expected.isPresent()) {
      checkClassified(() -> describe(log), actual, expected.get());
    } else {
      checkElements(() -> describe(log), actual, NaiveClassifier.data(log));
    }
    return actual;
  }

  private String describe(RawLog log) {
    String text = log.text().map(t -> FieldValue.of(t).toJson()).orElse("no UTF-8");
    return log.source() + " " + text
        + schemas.stream()
            .map(s -> "\n" + s.parser() + s.fields() + s.optionalFields()
                + FieldValue.of(s.options()).toJson())
            .collect(Collectors.joining());
  }

  private static void checkClassified(
      Supplier<String> what, Classification actual, NaiveClassifier.Answer expected) {
    assertThat(actual).as(what).isInstanceOf(Classified.class);
    assertThat(((Classified) actual).type().name()).as(what).isEqualTo(expected.type());
    List<FieldValue> records = contents(actual);
    List<String> written = json(records);
    assertThat(written).as(what).isEqualTo(json(expected.records()));
    if (written.stream().noneMatch(json -> json.contains("NaN"))) { // which equals nothing
      assertThat(records).as(what).isEqualTo(expected.records());
    }
    assertThat(actual.deadLetters()).as(what).hasSize(expected.rejected());
  }

  /** What fits nothing as a whole is tried element by element if it is a list. */
  private void checkElements(Supplier<String> what, Classification actual, FieldValue payload) {
    List<NaiveClassifier.Answer> answers =
        payload.elements().stream().flatMap(e -> naive.classify(e).stream()).toList();
    if (answers.isEmpty()) {
      assertThat(actual).as(what).isInstanceOf(Unclassified.class);
      assertThat(actual.records()).as(what).isEmpty();
      assertThat(actual.deadLetters()).as(what).hasSize(1);
      return;
    }
    assertThat(actual).as(what).isInstanceOf(Split.class);
    assertThat(((Split) actual).elements()).as(what).hasSize(payload.elements().size());
    assertThat(json(contents(actual)))
        .as(what)
        .isEqualTo(json(answers.stream().flatMap(a -> a.records().stream()).toList()));
    int refused = payload.elements().size() - answers.size();
    int rejected = answers.stream().mapToInt(NaiveClassifier.Answer::rejected).sum();
    assertThat(actual.deadLetters()).as(what).hasSize(refused + rejected);
  }

  private static List<FieldValue> contents(Classification outcome) {
    return outcome.records().stream().map(LogRecord::content).toList();
  }

  private static List<String> json(List<FieldValue> values) {
    return values.stream().map(PythonJson::write).toList();
  }
}
