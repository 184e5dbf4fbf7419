package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleEntry;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RulesEngine;
import io.streamalert.testkit.SampleLog;
import io.streamalert.testkit.SchemaRecords;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The wide pack: what a rule finds in one form of a call it finds in all of them. */
class WideRulesTest {

  private static final String ROOT_USAGE = "cloudtrail_root_account_usage";
  private static final int RECORDS = 400;
  private static final long SEED = 1;

  /** Their code looks for values that made-up calls hardly have; the cases below have them. */
  private static final Set<String> HARD_TO_MEET = Set.of(
      "cloudtrail_public_resources",
      "cloudtrail_put_object_acl_public",
      "cloudtrail_put_object_acl_public_publisher_example",
      "cloudtrail_security_group_ingress_anywhere");

  private static final RulesEngine STRICT = engine(CommunityRules.strict());
  private static final RulesEngine WIDE = engine(CommunityRules.wide());

  private final TrailPacks packs = new TrailPacks();

  private static RulesEngine engine(CommunityRules pack) {
    return RulesEngine.builder().rules(pack.rules()).build();
  }

  /** By name, of the rules of which the packs have different forms. */
  private static Map<String, RuleSpec> widened() {
    return WIDE.rules().values().stream()
        .map(Rule::spec)
        .filter(spec -> !spec.equals(strict(spec)))
        .collect(Collectors.toMap(RuleSpec::name, spec -> spec));
  }

  private static RuleSpec strict(RuleSpec wide) {
    return STRICT.rules().get(wide.name()).spec();
  }

  private static boolean isOnEvents(RuleSpec spec) {
    return spec.logs().contains(LogType.of(TrailPacks.EVENT));
  }

  @Test
  void hasTheRulesOfTheStrictPackInTheirOrder() {
    assertThat(List.copyOf(WIDE.rules().keySet()))
        .isEqualTo(List.copyOf(STRICT.rules().keySet()));
  }

  @Test
  void rulesOnEventsAlsoLookAtCallsAlone() {
    assertThat(widened().values().stream().filter(WideRulesTest::isOnEvents))
        .allSatisfy(spec -> assertThat(spec.logs())
            .extracting(LogType::name)
            .containsExactly(TrailPacks.EVENT, TrailPacks.FILE, TrailPacks.RECORD))
        .extracting(RuleSpec::name)
        .containsExactlyInAnyOrder(
            "unencrypted_ami_volume",
            "public_ami",
            "cloudtrail_network_acl_ingress_anywhere",
            "cloudtrail_put_bucket_acl",
            "cloudtrail_put_object_acl_public",
            "cloudtrail_put_object_acl_public_publisher_example",
            "cloudtrail_root_account_usage",
            "cloudtrail_security_group_ingress_anywhere");
  }

  @Test
  void rulesOnFilesAlsoLookAtCallsAlone() {
    assertThat(widened().values().stream().filter(spec -> !isOnEvents(spec)))
        .allSatisfy(spec -> assertThat(spec.logs())
            .extracting(LogType::name)
            .containsExactly(TrailPacks.FILE, TrailPacks.RECORD))
        .extracting(RuleSpec::name)
        .containsExactlyInAnyOrder(
            "config_compliance",
            "config_auto_remediation",
            "cloudtrail_critical_api_calls",
            "cloudtrail_mfa_policy_abuse_attempt",
            "cloudtrail_public_resources",
            "cloudtrail_snapshot_or_ami_made_public");
  }

  @Test
  void noRuleIsAskedAboutMoreRecordsForWantOfAClause() {
    assertThat(WIDE.entries().stream().filter(RuleEntry::isIndexable).map(RuleEntry::spec))
        .extracting(RuleSpec::name)
        .isEqualTo(STRICT.entries().stream()
            .filter(RuleEntry::isIndexable)
            .map(entry -> entry.spec().name())
            .toList());
  }

  /** The cases of the strict pack, as a log of each type at which the wide one looks. */
  @TestFactory
  Stream<DynamicTest> casesHaveTheSameAlertInEachForm() throws IOException, URISyntaxException {
    Map<String, RuleSpec> widened = widened();
    return CommunityRuleCasesTest.cases()
        .filter(sample -> widened.containsKey(sample.rule()))
        .flatMap(sample -> widened.get(sample.rule()).logs().stream()
            .filter(type -> isPossible(sample, type.name()))
            .map(type -> DynamicTest.dynamicTest(
                type + " " + sample, () -> hasItsAlert(sample, type.name()))));
  }

  /** A call at the top of its log always has its type, as the schemas ask for it. */
  private static boolean isPossible(RuleCase sample, String type) {
    FieldValue detail = FieldValue.map(sample.fields()).at("detail");
    boolean lacksItsType = detail.exists() && !detail.at("eventType").exists();
    return type.equals(TrailPacks.EVENT) || !sample.rule().equals(ROOT_USAGE) || !lacksItsType;
  }

  private void hasItsAlert(RuleCase sample, String type) {
    FieldValue fields = FieldValue.map(sample.fields());
    FieldValue call = fields.at("detail").exists() ? fields.at("detail") : fields;

    assertThat(packs.wide(type, sample(type, call)))
        .filteredOn(alert -> alert.ruleName().equals(sample.rule()))
        .extracting(Alert::title)
        .isEqualTo(sample.title().stream().toList());
  }

  private static String sample(String type, FieldValue call) {
    String account = "111122223333";
    Map<String, ?> fields = type.equals(TrailPacks.EVENT)
        ? Map.of("account", account, "detail", call)
        : call.with("recipientAccountId", FieldValue.of(account)).fields();
    return SampleLog.of(type).override(fields).text(CommunitySchemas.all());
  }

  @TestFactory
  Stream<DynamicTest> madeUpCallsHaveTheSameAlertsInEachForm() {
    return widened().values().stream()
        .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> isTheSameInEachForm(spec)));
  }

  private static void isTheSameInEachForm(RuleSpec spec) {
    AtomicInteger triggered = new AtomicInteger();
    SchemaRecords.of(Samples.schema(LogType.of(TrailPacks.RECORD)))
        .biasedTo(WIDE.rules().get(spec.name()))
        .sample(SEED, RECORDS, record -> {
          boolean expected = strict(spec).logs().stream()
              .anyMatch(type -> triggers(STRICT, spec, type, record.content()));
          triggered.addAndGet(expected ? 1 : 0);
          assertThat(spec.logs())
              .as(record.toJson())
              .allMatch(type -> triggers(WIDE, spec, type, record.content()) == expected);
        });
    assertThat(triggered.get() > 0).isNotEqualTo(HARD_TO_MEET.contains(spec.name()));
  }

  private static boolean triggers(
      RulesEngine engine, RuleSpec spec, LogType type, FieldValue call) {
    return engine.explain(spec.name(), TrailPacks.record(type, call)).orElseThrow()
        instanceof RuleOutcome.Triggered;
  }
}
