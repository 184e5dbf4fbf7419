package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.spi.RuleProvider;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommunityRulesTest {

  private static final LogSource SOURCE = LogSource.of("s3", "acme-logs");

  private final StreamAlert streamAlert = StreamAlert.builder()
      .schemas(CommunitySchemas.all())
      .rulesFrom(new CommunityRules())
      .build();

  static Stream<RuleSpec> specs() {
    return new CommunityRules().rules().stream().map(Rule::spec);
  }

  @Test
  void areFoundByServiceLoader() {
    assertThat(ServiceLoader.load(RuleProvider.class))
        .hasExactlyElementsOfTypes(CommunityRules.class);
  }

  @Test
  void keepTheNamesOfStreamAlert() {
    assertThat(specs().map(RuleSpec::name))
        .containsExactly("cloudtrail_critical_api_calls", "cloudtrail_root_account_usage");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void areDocumented(RuleSpec spec) {
    assertThat(spec.description()).isNotBlank();
    assertThat(spec.attack())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(id).matches("T\\d{4}(\\.\\d{3})?"));
    assertThat(spec.references())
        .isNotEmpty()
        .allSatisfy(url -> assertThat(url).startsWith("https://"));
    assertThat(spec.falsePositives()).isNotEmpty();
    assertThat(spec.runbook()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void lookOnlyAtTypesThatShip(RuleSpec spec) {
    assertThat(CommunitySchemas.all()).extracting(LogSchema::type).containsAll(spec.logs());
  }

  /** Only the required outputs get their alerts, as in StreamAlert. */
  @ParameterizedTest
  @MethodSource("specs")
  void addressNoOutputs(RuleSpec spec) {
    assertThat(spec.outputs()).isEmpty();
  }

  @Test
  void triggerOnTheCorpusWhereThoseOfStreamAlertDo() {
    Set<String> ours = ConformanceData.lines("classify/corpus.jsonl").stream()
        .map(Samples::json)
        .flatMap(this::triggers)
        .collect(Collectors.toSet());

    assertThat(ours).isEqualTo(expectedTriggers());
  }

  @Test
  void triggerOnTheEventBridgeCorpusWhereThoseOfStreamAlertDo() {
    Set<String> names = specs().map(RuleSpec::name).collect(Collectors.toSet());

    assertThat(ConformanceData.lines("classify/eventbridge_wrapped_cloudtrail.jsonl"))
        .map(Samples::json)
        .isNotEmpty()
        .allSatisfy(line -> {
          List<String> expected = line.at("trigger_rules").elements().stream()
              .map(FieldValue::asText)
              .filter(names::contains)
              .toList();
          assertThat(alerts(line)).extracting(Alert::ruleName).isEqualTo(expected);
        });
  }

  private static Set<String> expectedTriggers() {
    Set<String> names = specs().map(RuleSpec::name).collect(Collectors.toSet());
    return ConformanceData.lines("classify/rule_alerts_expected.jsonl").stream()
        .map(Samples::json)
        .flatMap(line -> line.at("trigger_rules").elements().stream()
            .map(FieldValue::asText)
            .filter(names::contains)
            .map(rule -> trigger(
                line.at("id").asText(),
                LogType.of(line.at("log_type").asText()),
                Integer.parseInt(line.at("record_index").asText()),
                rule)))
        .collect(Collectors.toSet());
  }

  private Stream<String> triggers(FieldValue line) {
    String id = line.at("id").asText();
    List<LogRecord> records = streamAlert.classify(List.of(log(line))).get(0).records();
    return IntStream.range(0, records.size())
        .boxed()
        .flatMap(index -> streamAlert.evaluate(List.of(records.get(index))).get(0).alerts().stream()
            .map(alert -> trigger(id, alert.record().type(), index, alert.ruleName())));
  }

  private static String trigger(String id, LogType type, int index, String rule) {
    return String.join(" ", id, type.name(), Integer.toString(index), rule);
  }

  private List<Alert> alerts(FieldValue line) {
    return streamAlert.process(List.of(log(line))).alerts();
  }

  private static RawLog log(FieldValue line) {
    return RawLog.of(
        SOURCE, Position.of("corpus", line.at("id").asText()), line.at("raw").asText());
  }
}
