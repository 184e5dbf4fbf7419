package io.streamalert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamalert.alert.Alert;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.event.BatchSummary;
import io.streamalert.intel.Indicator;
import io.streamalert.intel.IndicatorKey;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException;
import io.streamalert.testing.Warnings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntelCheckTest {

  private static final LogSchema FLOW = LogSchema.named("acme:flow")
      .field("from", FieldType.any())
      .field("to", FieldType.any())
      .field("host", FieldType.any())
      .option("normalization", FieldValue.parse("""
              {"ip_address": [{"path": ["from"], "function": "source"}, {"path": ["to"]}],
               "host": ["host"]}"""))
      .build();
  private static final Rule KNOWN_BAD = Rule.of(
      RuleSpec.named("known_bad").logs("acme:flow").build(),
      (record, context) -> record.at(LogRecord.INDICATORS_KEY).exists());
  private static final Rule ALL =
      Rule.of(RuleSpec.named("all").logs("acme:flow").build());
  private static final IntelSpec SPEC = IntelSpec.builder()
      .normalizedTypes("ip", List.of("ip_address"))
      .normalizedTypes("domain", List.of("host"))
      .exclusions("ip", List.of("10.0.0.0/8"))
      .exclusions("domain", List.of("ours.example"))
      .build();
  private static final ThreatIntel BAD = ThreatIntel.of(List.of(
      Indicator.of("ip", "192.0.2.1"),
      Indicator.of("ip", "192.0.2.2"),
      Indicator.of("ip", "10.0.0.1"),
      Indicator.of("domain", "bad.example")));

  private final List<Set<IndicatorKey>> asked = new ArrayList<>();

  private ThreatIntel recording(ThreatIntel intel) {
    return keys -> {
      asked.add(keys);
      return intel.find(keys);
    };
  }

  private static StreamAlert streamAlert(IntelSpec spec, ThreatIntel intel) {
    return StreamAlert.builder()
        .schemas(FLOW)
        .rules(KNOWN_BAD, ALL)
        .intel(spec, intel)
        .build();
  }

  private static Run process(StreamAlert streamAlert, String... logs) {
    List<RawLog> batch = new ArrayList<>();
    for (String log : logs) {
      batch.add(
          RawLog.of(LogSource.of("s3", "bucket"), Position.of("test").then(batch.size()), log));
    }
    return streamAlert.process(batch);
  }

  private static String flow(String from, String to, String host) {
    return "{\"from\": %s, \"to\": %s, \"host\": %s}".formatted(from, to, host);
  }

  @Test
  void oneQuestionIsAskedForABatch() {
    process(
        streamAlert(SPEC, recording(BAD)),
        flow("\"192.0.2.1\"", "\"192.0.2.9\"", "\"\""),
        flow("\"192.0.2.1\"", "[\"10.1.1.1\", \"no address\", \"192.0.2.8\", {}]", "\"a.example\""),
        flow("\"::1\"", "\"10.0.0.1\"", "\"ours.example\""));

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0))
        .containsExactlyInAnyOrder(
            new IndicatorKey("ip", "192.0.2.1"),
            new IndicatorKey("ip", "192.0.2.9"),
            new IndicatorKey("ip", "192.0.2.8"),
            new IndicatorKey("domain", "a.example"))
        .isUnmodifiable();
  }

  @Test
  void recordsGetTheirIndicatorsAndAlertsHaveThem() {
    Run run = process(
        streamAlert(SPEC, BAD),
        flow("\"192.0.2.2\"", "[\"192.0.2.1\", \"192.0.2.2\", \"192.0.2.3\"]", "\"bad.example\""),
        flow("\"192.0.2.3\"", "\"10.0.0.1\"", "\"good.example\""));

    assertThat(run.evaluations().get(0).record().at(LogRecord.INDICATORS_KEY).toJson())
        .isEqualTo("{\"ip\":[\"192.0.2.2\",\"192.0.2.1\"],\"domain\":[\"bad.example\"]}");
    assertThat(run.evaluations().get(1).record().at(LogRecord.INDICATORS_KEY).exists())
        .isFalse();
    assertThat(run.alerts()).extracting(Alert::ruleName).containsExactly("known_bad", "all", "all");
    assertThat(run.alerts().get(0).toJson())
        .contains("\"streamalert:ioc\":{\"ip\":[\"192.0.2.2\",\"192.0.2.1\"],");
    assertThat(run.summary().uncheckedRecords()).isZero();
  }

  @Test
  void nothingIsAskedWhereThereIsNothingToAsk() {
    StreamAlert streamAlert = streamAlert(SPEC, recording(BAD));

    process(streamAlert, flow("\"10.0.0.1\"", "\"\"", "null"), "nonsense");
    streamAlert.evaluate(LogRecord.of("acme:flow", "{\"from\": \"192.0.2.1\"}"));
    streamAlert.evaluate(List.of());

    assertThat(asked).isEmpty();
  }

  @Test
  void withoutIntelRecordsAreNotNormalised() {
    LogRecord record = LogRecord.of("acme:flow", "{}")
        .with(LogRecord.NORMALIZATION_KEY, FieldValue.lazy(() -> {
          throw new AssertionError("looked at");
        }));
    StreamAlert streamAlert = StreamAlert.builder().schemas(FLOW).build();

    assertThat(streamAlert.evaluate(record).record()).isSameAs(record);
  }

  @Test
  void onlyRecordsOfTheClustersAreLookedAt() {
    IntelSpec spec = IntelSpec.builder()
        .normalizedTypes("ip", List.of("ip_address"))
        .clusters(List.of("prod"))
        .build();
    List<Evaluation> evaluations = streamAlert(spec, recording(BAD))
        .evaluate(
            List.of(record("prod", "192.0.2.1"), record("lab", "192.0.2.2"), record(null, "x")));

    assertThat(asked).containsExactly(Set.of(new IndicatorKey("ip", "192.0.2.1")));
    assertThat(evaluations)
        .extracting(e -> e.record().at(LogRecord.INDICATORS_KEY).exists())
        .containsExactly(true, false, false);
  }

  private static LogRecord record(@Nullable String cluster, String address) {
    Map<String, ?> entry = Map.of("values", List.of(address));
    return LogRecord.builder(
            LogType.of("acme:flow"),
            FieldValue.of(
                Map.of(LogRecord.NORMALIZATION_KEY, Map.of("ip_address", List.of(entry)))))
        .cluster(cluster)
        .build();
  }

  @Test
  void recordsThatCouldNotBeCheckedAreCountedAndNotLost() {
    List<BatchSummary> told = new ArrayList<>();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(FLOW)
        .rules(KNOWN_BAD, ALL)
        .listener(told::add)
        .intel(SPEC, keys -> {
          throw new IllegalStateException("no answer for 192.0.2.1");
        })
        .build();

    try (Warnings warnings = Warnings.of(IntelCheck.class)) {
      Run run = process(
          streamAlert,
          flow("\"192.0.2.1\"", "\"192.0.2.3\"", "\"\""),
          flow("\"10.0.0.1\"", "\"\"", "\"\""));

      assertThat(run.alerts()).extracting(Alert::ruleName).containsExactly("all", "all");
      assertThat(run.evaluations())
          .extracting(Evaluation::isIntelMissing)
          .containsExactly(true, false);
      assertThat(told).extracting(BatchSummary::uncheckedRecords).containsExactly(1L);
      assertThat(warnings.messages())
          .singleElement()
          .asString()
          .contains("for 2 values: java.lang.IllegalStateException")
          .doesNotContain("192.0.2.1");
    }
  }

  @Test
  void indicatorsThatNobodyAskedForAreOfNoUse() {
    ThreatIntel talkative = keys -> Set.of(Indicator.of("ip", "203.0.113.1"));
    Run run = process(streamAlert(SPEC, talkative), flow("\"192.0.2.1\"", "\"192.0.2.3\"", "\"\""));

    assertThat(run.alerts()).extracting(Alert::ruleName).containsExactly("all");
  }

  @Test
  void intelThatNothingProvidesIsAProblem() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> StreamAlert.builder().schemas(FLOW).intel(SPEC).build())
        .withMessageContaining("streamalert-aws-runtime");
  }
}
