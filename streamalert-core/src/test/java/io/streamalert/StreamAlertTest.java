package io.streamalert;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.event.BatchSummary;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamAlertTest {

  private static final LogSchema LOGIN = LogSchema.named("acme:login")
      .field("user", FieldType.string())
      .field("ok", FieldType.bool())
      .option("normalization", FieldValue.of(Map.of("user", List.of("user"))))
      .build();
  private static final Rule ROOT = Rule.of(
      RuleSpec.named("root").logs("acme:login").where(field("user").is("root")).build());
  private static final Rule BROKEN = Rule.of(
      RuleSpec.named("broken").logs("acme:login").where(field("ok").is(false)).build(), (r, c) -> {
        throw new IllegalStateException("no");
      });

  private static RawLog log(int place, String text) {
    return RawLog.of(LogSource.of("s3", "bucket"), Position.of("test").then(place), text);
  }

  private static final List<RawLog> BATCH = List.of(
      log(0, "{\"user\": \"ann\", \"ok\": true}"),
      log(1, "nonsense"),
      log(2, "{\"user\": \"root\", \"ok\": false}"),
      log(3, "[{\"user\": \"root\", \"ok\": true}, 5]"));

  @Test
  void everyRawLogIsAccountedFor() {
    List<BatchSummary> told = new ArrayList<>();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(LOGIN)
        .rules(ROOT, BROKEN)
        .listener(told::add)
        .build();

    Run run = streamAlert.process(BATCH);

    assertThat(run.classifications()).hasSize(4);
    assertThat(run.alerts()).extracting(Alert::ruleName).containsExactly("root", "root");
    assertThat(run.failures()).extracting(f -> f.rule()).containsExactly("broken");
    assertThat(run.deadLetters()).hasSize(2);
    BatchSummary expected = BatchSummary.builder()
        .rawLogs(4)
        .classified(3)
        .deadLetters(1)
        .rejectedRecords(1)
        .records(LogType.of("acme:login"), 3)
        .alerts(2)
        .ruleFailures("broken", 1)
        .bytes(BATCH.stream().mapToLong(RawLog::size).sum())
        .build();
    assertThat(run.summary()).isEqualTo(expected);
    assertThat(told).containsExactly(expected);
  }

  @Test
  void aListenerThatThrowsDisturbsNothing() {
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(LOGIN)
        .rules(ROOT)
        .listener(summary -> {
          throw new IllegalStateException("no");
        })
        .build();

    assertThat(streamAlert.process(BATCH).alerts()).hasSize(2);
  }

  @Test
  void theTwoHalvesGiveTheSameAsTheWhole() {
    StreamAlert streamAlert =
        StreamAlert.builder().schemas(LOGIN).rules(ROOT, BROKEN).build();
    List<Alert> whole = streamAlert.process(BATCH).alerts();
    List<Evaluation> halves = streamAlert.evaluate(
        streamAlert.classify(BATCH).stream().flatMap(c -> c.records().stream()).toList());

    assertThat(halves.stream().flatMap(e -> e.alerts().stream()).map(Alert::id))
        .isEqualTo(whole.stream().map(Alert::id).toList());
  }

  @Test
  void recordsAreNormalised() {
    StreamAlert streamAlert = StreamAlert.builder().schemas(LOGIN).build();
    assertThat(streamAlert
            .process(BATCH)
            .evaluations()
            .get(0)
            .record()
            .at("streamalert_normalization", "user")
            .elements())
        .hasSize(1);
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertThatThrownBy(
            () -> StreamAlert.builder().schemas(LOGIN, LOGIN).rules(ROOT, ROOT).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("acme:login is there twice")
        .hasMessageContaining("Two rules have the name \"root\"");
  }

  @Test
  void oneRecordCanBeEvaluated() {
    StreamAlert streamAlert =
        StreamAlert.builder().schemas(LOGIN).rules(ROOT, BROKEN).build();
    Evaluation evaluation =
        streamAlert.evaluate(LogRecord.of("acme:login", "{\"user\": \"root\", \"ok\": false}"));

    assertThat(evaluation.alerts()).extracting(Alert::ruleName).containsExactly("root");
    assertThat(evaluation.failures()).hasSize(1);
    assertThat(evaluation.toString())
        .contains("acme:login", "failures=[broken]")
        .doesNotContain("user");
    assertThat(streamAlert.process(BATCH).toString()).startsWith("Run[").contains("ALERTS=2");
  }
}
