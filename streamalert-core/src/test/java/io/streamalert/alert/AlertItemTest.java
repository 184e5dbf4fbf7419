package io.streamalert.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.testing.RepositoryFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertItemTest {

  private static final OutputId SLACK = OutputId.of("slack", "sec");
  private static final OutputId FIREHOSE = OutputId.of("aws-firehose", "alerts");
  private static final String ID = "6bb12684-5111-81c7-b175-577d87518437";
  private static final FieldValue LEAST = FieldValue.parse("{\"RuleName\":\"r\",\"AlertID\":\"" + ID
      + "\",\"Created\":\"2024-05-01T10:00:00.000123Z\",\"Outputs\":[\"slack:sec\"],"
      + "\"Record\":\"{\\\"name\\\":\\\"hunter2\\\"}\"}");

  @Test
  void exampleOfTheWirePageIsRead() {
    AlertItem item = AlertItem.read(pageExample());
    Alert alert = item.alert();

    assertThat(alert.ruleName()).isEqualTo("r");
    assertThat(alert.id()).hasToString(ID);
    assertThat(alert.created()).isEqualTo(Instant.parse("2024-05-01T10:00:00.000123Z"));
    assertThat(alert.outputs()).containsExactly(FIREHOSE, SLACK);
    assertThat(alert.publishers())
        .containsOnly(Map.entry(SLACK, List.of("publishers.community.slack.slack_layout.Summary")));
    assertThat(alert.record().toJson()).isEqualTo("{\"name\":\"x\"}");
    assertThat(alert.record().type()).isEqualTo(LogType.of("osquery:differential"));
    assertThat(alert.record().source()).isEqualTo(LogSource.of("kinesis", "acme_prod_streamalert"));
    assertThat(alert.record().cluster()).contains("prod");
    assertThat(alert.mergePolicy().isEnabled()).isFalse();
    assertThat(item.attempts()).isEqualTo(1);
    assertThat(item.dispatched()).isEqualTo(Instant.EPOCH);
    assertThat(item.outputsSent()).isEmpty();
  }

  @Test
  void exampleOfTheWirePageIsWrittenWithOurKeysBehind() {
    FieldValue page = FieldValue.parse(pageExample());
    Map<String, FieldValue> fields = AlertItem.read(pageExample()).toFields();

    assertThat(fields.keySet().stream().limit(page.fields().size()))
        .containsExactlyElementsOf(page.fields().keySet());
    assertThat(fields).containsAllEntriesOf(page.fields());
    assertThat(fields.keySet().stream().skip(page.fields().size()))
        .containsExactly("Severity", "Title", "Attack", "RecordID", "Runbook", "References");
  }

  @Test
  void everythingComesBack() {
    LogRecord record = LogRecord.builder(LogType.of("t"), FieldValue.parse("{\"n\":1.50}"))
        .parser("kv")
        .build();
    Alert alert = Alert.builder("r", record, Instant.parse("2026-01-01T12:00:00.123456Z"))
        .description("d")
        .title("t")
        .severity(Severity.CRITICAL)
        .attack(List.of("T1"))
        .runbook("call")
        .references(List.of("https://example.com"))
        .outputs(List.of(SLACK, FIREHOSE))
        .mergePolicy(MergePolicy.within(Duration.ofMinutes(7)).by("a", "b"))
        .context(Map.of("k", FieldValue.parse("[1.50,null]")))
        .publishers(Map.of(SLACK, List.of("one", "two")))
        .staged(true)
        .build();
    AlertItem item = AlertItem.of(alert, 3, alert.created().plusSeconds(1), Set.of(FIREHOSE));
    AlertItem read = AlertItem.read(item.toJson());

    assertThat(read.alert()).isEqualTo(alert);
    assertThat(read.alert().mergePolicy()).isEqualTo(alert.mergePolicy());
    assertThat(read.attempts()).isEqualTo(3);
    assertThat(read.dispatched()).isEqualTo(item.dispatched());
    assertThat(read.outputsSent()).containsExactly(FIREHOSE);
    assertThat(read.toJson()).isEqualTo(item.toJson());
    assertThat(read).hasToString("AlertItem[r " + alert.id() + "]");
  }

  @Test
  void onlyFiveKeysHaveToBeThere() {
    Alert alert = AlertItem.read(LEAST.toJson()).alert();

    assertThat(alert.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(alert.title()).isEqualTo("r");
    assertThat(alert.record().id()).hasToString(ID);
    assertThat(alert.record().type()).isEqualTo(LogType.of("unknown"));
    assertThat(alert.record().source()).isEqualTo(LogSource.of("unknown", "unknown"));
    assertThat(alert.record().cluster()).isEmpty();
    assertThat(alert.staged()).isFalse();
  }

  @Test
  void nullsOfTheOriginalCountAsAbsent() {
    FieldValue item = LEAST.with(FieldValue.parse("{\"Cluster\":null,\"LogSource\":null,"
            + "\"LogType\":null,\"OutputsSent\":null,\"Publishers\":null,\"Context\":null,"
            + "\"RuleDescription\":null,\"SourceEntity\":null,\"SourceService\":null,"
            + "\"MergeByKeys\":[\"a\"],\"MergeWindowMins\":0}")
        .fields());

    assertThat(AlertItem.read(item.toJson()).alert().mergePolicy().isEnabled()).isFalse();
    assertThat(AlertItem.read(item.toJson()).outputsSent()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          "one"                                            | one
          ["one","two"]                                    | one,two
          {"slack":"one"}                                  | one
          {"slack:sec":["two"],"slack":["one"],"jira":"x"} | one,two
          """)
  void publishersAreReadInEachFormOfTheOriginal(String publishers, String names) {
    FieldValue item = LEAST.with("Publishers", FieldValue.parse(publishers));

    assertThat(AlertItem.read(item.toJson()).alert().publishers())
        .containsOnly(Map.entry(SLACK, List.of(names.split(","))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          RuleName        | null            | is missing
          AlertID         | null            | is missing
          AlertID         | "hunter2"       | has not the form
          Created         | "hunter2"       | has not the form
          Outputs         | null            | is missing
          Outputs         | "slack:sec"     | must be a list
          Outputs         | ["a:hunter2:c"] | has not the form
          Outputs         | [1]             | must hold texts
          Record          | "{hunter2"      | is not JSON
          Record          | {"a":1}         | must be a text
          Context         | ["hunter2"]     | must be a map
          Severity        | "hunter2"       | has not the form
          SourceService   | "hunter:2"      | has not the form
          Attempts        | -1              | must be a whole number
          MergeWindowMins | 1.5             | must be a whole number
          Publishers      | {"slack":{}}    | must hold texts
          """)
  void problemsNameTheKeyAndNoValue(String key, String value, String problem) {
    FieldValue item = LEAST.with(key, FieldValue.parse(value));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AlertItem.read(item.toJson()))
        .withMessageContaining("A stored alert cannot be read: " + key + " " + problem)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter"))
        .withNoCause();
  }

  @Test
  void whatIsNoMapIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> AlertItem.read("[]"));
    assertThatIllegalArgumentException().isThrownBy(() -> AlertItem.read("{"));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            AlertItem.of(AlertItem.read(LEAST.toJson()).alert(), -1, Instant.EPOCH, Set.of()));
  }

  private static String pageExample() {
    String page = RepositoryFile.read("docs/wire/stored-alert.md");
    int start = page.indexOf("```json") + "```json".length();
    return page.substring(start, page.indexOf("```", start));
  }
}
