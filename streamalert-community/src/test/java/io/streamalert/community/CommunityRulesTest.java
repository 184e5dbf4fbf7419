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

  /** They tell of a setting, of many things, or are examples. */
  private static final Set<String> WITHOUT_TECHNIQUE = Set.of(
      "config_compliance",
      "config_auto_remediation",
      "unencrypted_ami_volume",
      "duo_lookup_tables_example",
      "fleet_bad_action",
      "guard_duty_all",
      "onelogin_events_threat_intel_example",
      "sample_demisto");

  /** The oracle did not run it. */
  private static final Set<String> WITHOUT_ORACLE = Set.of("cloudtrail_public_resources");

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
        .containsExactly(
            "binaryalert_yara_match",
            "config_compliance",
            "config_auto_remediation",
            "cloudtrail_critical_api_calls",
            "unencrypted_ami_volume",
            "public_ami",
            "cloudtrail_mfa_policy_abuse_attempt",
            "cloudtrail_network_acl_ingress_anywhere",
            "cloudtrail_public_resources",
            "cloudtrail_put_bucket_acl",
            "cloudtrail_put_object_acl_public",
            "cloudtrail_put_object_acl_public_publisher_example",
            "cloudtrail_root_account_usage",
            "cloudtrail_security_group_ingress_anywhere",
            "cloudtrail_snapshot_or_ami_made_public",
            "duo_bypass_code_create_non_auto_generated",
            "duo_bypass_code_create_non_expiring",
            "duo_bypass_code_create_unlimited_use",
            "duo_anonymous_ip_failure",
            "duo_fraud",
            "duo_lookup_tables_example",
            "fleet_bad_action",
            "github_disable_dismiss_stale_pull_request_approvals",
            "github_disable_protect_this_branch",
            "github_disable_required_pull_request_reviews",
            "github_disable_required_status_checks",
            "github_disable_two_factor_requirement_org",
            "github_disable_two_factor_requirement_user",
            "github_oauth_application_create",
            "github_site_admin_action",
            "github_site_admin_user_promotion",
            "guard_duty_all",
            "right_to_left_character",
            "onelogin_events_assumed_role",
            "onelogin_events_threat_intel_example",
            "ssh_login_activity",
            "packetbeat_blacklisted_domain",
            "packetbeat_blacklisted_ip",
            "packetbeat_dns_lookup",
            "trendmicro_malware_event",
            "sample_demisto");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void areDocumented(RuleSpec spec) {
    assertThat(spec.description()).isNotBlank();
    assertThat(spec.attack().isEmpty()).isEqualTo(WITHOUT_TECHNIQUE.contains(spec.name()));
    assertThat(spec.attack()).allSatisfy(id -> assertThat(id).matches("T\\d{4}(\\.\\d{3})?"));
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
  @Test
  void addressNoOutputsButForTwoExamples() {
    assertThat(specs().filter(spec -> !spec.outputs().isEmpty()))
        .extracting(RuleSpec::name)
        .containsExactly("cloudtrail_put_object_acl_public_publisher_example", "sample_demisto");
  }

  @Test
  void twoAreSwitchedOff() {
    assertThat(specs().filter(RuleSpec::isDisabled))
        .extracting(RuleSpec::name)
        .containsExactly("fleet_bad_action", "onelogin_events_threat_intel_example");
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
            .filter(alert -> !WITHOUT_ORACLE.contains(alert.ruleName()))
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
