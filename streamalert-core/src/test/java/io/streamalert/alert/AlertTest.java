package io.streamalert.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.testing.RepositoryFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTest {

  private static final LogRecord RECORD = LogRecord.builder(
          LogType.of("osquery:differential"), FieldValue.of(Map.of("name", "x")))
      .source(LogSource.of("kinesis", "acme_prod_streamalert"))
      .at(
          Position.of(
              "kinesis",
              "arn:aws:kinesis:us-east-1:111122223333:stream/acme",
              "shardId-000000000000",
              "49590338271490256608559692538361571095921575989136588898",
              "0"),
          0)
      .cluster("prod")
      .build();

  @Test
  void theOutputFormIsThatOfTheWirePage() {
    Alert alert = Alert.builder("r", RECORD, Instant.parse("2024-05-01T10:00:00.000123999Z"))
        .id(AlertId.parse("6bb12684-5111-81c7-b175-577d87518437"))
        .description("text")
        .outputs(List.of(OutputId.parse("slack:sec"), OutputId.parse("aws-firehose:alerts")))
        .build();

    FieldValue page = firstJson(RepositoryFile.read("docs/wire/alert.md"));
    assertThat(alert.toFields().keySet())
        .containsExactlyElementsOf(page.fields().keySet());
    assertThat(alert.toJson()).isEqualTo(page.toJson());
    assertThat(new JsonReader(100).read(alert.toJson())).contains(page);
  }

  private static FieldValue firstJson(String page) {
    int start = page.indexOf("```json") + "```json".length();
    return new JsonReader(100)
        .read(page.substring(start, page.indexOf("```", start)))
        .orElseThrow();
  }

  @Test
  void absentValuesAreEmptyText() {
    LogRecord bare = LogRecord.builder(LogType.of("t"), FieldValue.of(Map.of())).build();
    Map<String, FieldValue> fields =
        Alert.builder("r", bare, Instant.EPOCH).build().toFields();

    assertThat(fields.get("cluster")).isEqualTo(FieldValue.of(""));
    assertThat(fields.get("rule_description")).isEqualTo(FieldValue.of(""));
    assertThat(fields.get("title")).isEqualTo(FieldValue.of("r"));
    assertThat(fields.get("created")).isEqualTo(FieldValue.of("1970-01-01T00:00:00.000000Z"));
  }

  @Test
  void theBuilderCanGoOn() {
    AlertBuilder builder = Alert.builder("r", RECORD, Instant.EPOCH).title("one");
    Alert one = builder.build();
    builder.title("two");
    assertThat(one.title()).isEqualTo("one");
    assertThat(one).isNotEqualTo(builder.build()).isEqualTo(builder.title("one").build());
    assertThat(one).hasToString("Alert[r " + one.id() + "]");
  }

  @Test
  void outputsHaveTwoParts() {
    assertThat(OutputId.parse("slack:sec")).isEqualTo(OutputId.of("slack", "sec"));
    for (String bad : List.of("slack", "slack:", ":sec", "a:b:c")) {
      assertThatThrownBy(() -> OutputId.parse(bad)).hasMessageContaining("SERVICE:DESCRIPTOR");
    }
  }

  @Test
  void anAlertSaysWhatToDo() {
    Alert alert = Alert.builder("r", RECORD, Instant.EPOCH)
        .runbook("Ask the owner.")
        .references(List.of("https://example.org/r"))
        .build();

    assertThat(alert.runbook()).isEqualTo("Ask the owner.");
    assertThat(alert.references()).containsExactly("https://example.org/r").isUnmodifiable();
    assertThat(alert.toJson())
        .endsWith("\"runbook\":\"Ask the owner.\",\"references\":[\"https://example.org/r\"]}");
  }
}
