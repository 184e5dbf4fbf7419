package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What holds for every outcome of classification, whatever the schemas are. */
final class OutcomeLaws {

  private static final JsonReader READER = new JsonReader(1_000);

  private OutcomeLaws() {}

  /** Checks the outcome of a raw log. */
  static void check(RawLog log, Classification outcome) {
    List<LogRecord> records = outcome.records();
    List<DeadLetter> letters = outcome.deadLetters();
    assertThat(outcome.log()).isSameAs(log);
    assertThat(outcome.isClassified()).isEqualTo(!records.isEmpty());
    assertThat(Stream.concat(
            records.stream().map(LogRecord::ordinal), letters.stream().map(DeadLetter::ordinal)))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.range(0, records.size() + letters.size()).boxed().toList());
    records.forEach(record -> assertThat(READER.read(record.toJson())).isPresent());
    letters.forEach(letter -> assertThat(READER.read(letter.toJson())).isPresent());
    if (records.isEmpty()) {
      checkUnclassified(log, outcome);
    } else {
      assertThat(letters).allMatch(letter -> letter.kind() == DeadLetter.Kind.ELEMENT);
    }
  }

  private static void checkUnclassified(RawLog log, Classification outcome) {
    assertThat(outcome).isInstanceOf(Unclassified.class);
    assertThat(outcome.deadLetters()).singleElement().satisfies(letter -> {
      assertThat(letter.kind()).isEqualTo(DeadLetter.Kind.RAW_LOG);
      assertThat(letter.payload()).isEqualTo(log.toByteArray());
    });
  }
}
