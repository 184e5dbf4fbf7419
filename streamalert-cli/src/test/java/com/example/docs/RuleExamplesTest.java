package com.example.docs;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.rules.AccessKeyForAnotherUser;
import io.streamalert.Evaluation;
import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.condition.Condition;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RuleSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the page about rules. */
class RuleExamplesTest {

  // docs: pure-where
  static final Rule TRAIL_STOPPED = Rule.of(RuleSpec.named("trail_stopped")
      .description("CloudTrail was told to stop logging")
      .logs("cloudtrail:events")
      .where(field("eventName").is("StopLogging"))
      .build());
  // end

  // docs: lambda
  static final Rule LONG_NAME = Rule.of(
      RuleSpec.named("long_event_name").logs("cloudtrail:events").build(),
      (record, context) -> record.at("eventName").asText().length() > 60);
  // end

  // docs: conditions
  static final Condition HUMAN_AT_WORK = field("userIdentity", "type")
      .isIn("IAMUser", "Root")
      .and(not(field("eventName").startsWith("Describe")))
      .and(anyOf(
          field("sourceIPAddress").endsWith(".amazonaws.com"),
          field("userAgent").contains("aws-cli"),
          field("requestParameters").isMissing()));
  // end

  // docs: matchers
  static final Matcher IN_PRODUCTION =
      Matcher.of("in production", field("recipientAccountId").is("111122223333"));

  static final RuleSpec WITH_CHECKS = RuleSpec.named("user_made_in_production")
      .logs("cloudtrail:events")
      .requireSubKeys("requestParameters", "userName")
      .matchers(IN_PRODUCTION)
      .where(field("eventName").is("CreateUser"))
      .build();
  // end

  // docs: outputs
  static final RuleSpec WITH_OUTPUTS = RuleSpec.named("bucket_opened")
      .description("A bucket was opened to the public")
      .logs("cloudtrail:events")
      .severity(Severity.HIGH)
      .where(field("eventName").is("PutBucketAcl"))
      .outputs("slack:security")
      .dynamicOutputs((record, context) -> context
          .table("owners")
          .get(record.at("recipientAccountId").asText())
          .flatMap(FieldValue::asString)
          .map(team -> List.of(OutputId.of("pagerduty", team)))
          .orElse(List.of()))
      .publishersFor("slack", "standard", "remove_internal_fields")
      .context("runbook", "Close the bucket.")
      .merge(MergePolicy.within(Duration.ofMinutes(5)).by("userIdentity", "sourceIPAddress"))
      .build();
  // end

  // docs: context
  static final class CallByStranger implements Rule {

    private static final RuleSpec SPEC =
        RuleSpec.named("call_by_stranger").logs("cloudtrail:events").build();

    @Override
    public RuleSpec spec() {
      return SPEC;
    }

    @Override
    public boolean matches(LogRecord record, RuleContext context) {
      String account = record.at("userIdentity", "accountId").asText();
      context.put("account", account);
      return context.table("accounts").get(account).isEmpty();
    }

    @Override
    public AlertDetails describe(LogRecord record, RuleContext context) {
      return AlertDetails.titled("A call by account " + context.get("account").asText())
          .withSeverity(Severity.LOW)
          .with("seen", context.now().toString());
    }
  }
  // end

  @Test
  void rulesTrigger() {
    LookupTables tables = LookupTables.builder()
        .add("owners", LookupTable.of(Map.of("111122223333", FieldValue.of("web"))))
        .build();
    // docs: compose
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(TRAIL_STOPPED, LONG_NAME, Rule.of(WITH_OUTPUTS), new CallByStranger())
        .tables(tables)
        .staging(rule -> rule.equals("call_by_stranger"))
        .build();
    // end

    List<Alert> alerts = alerts(
        streamAlert, Map.of("eventName", "PutBucketAcl", "recipientAccountId", "111122223333"));

    assertThat(alerts)
        .extracting(Alert::ruleName)
        .containsExactly("bucket_opened", "call_by_stranger");
    assertThat(alerts.get(0).outputs())
        .extracting(OutputId::toString)
        .containsExactlyInAnyOrder("aws-firehose:alerts", "slack:security", "pagerduty:web");
    assertThat(alerts.get(1).outputs())
        .extracting(OutputId::toString)
        .containsExactly("aws-firehose:alerts");
    assertThat(alerts(streamAlert, Map.of("eventName", "StopLogging"))).hasSize(2);
  }

  @Test
  void conditionsAndMatchersHold() {
    LogRecord record = record(Map.of(
        "eventName", "CreateUser",
        "recipientAccountId", "111122223333",
        "userIdentity", Map.of("type", "Root"),
        "userAgent", "aws-cli/2",
        "requestParameters", Map.of("userName", "x")));

    assertThat(HUMAN_AT_WORK.test(record)).isTrue();
    assertThat(StreamAlert.builder()
            .schemas(CommunitySchemas.all())
            .rules(Rule.of(WITH_CHECKS))
            .build()
            .evaluate(record)
            .alerts())
        .hasSize(1);
  }

  @Test
  void outcomesAreTold() {
    Rule broken =
        Rule.of(RuleSpec.named("broken").logs("cloudtrail:events").build(), (record, context) -> {
          throw new IllegalStateException("of no use");
        });
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(CommunitySchemas.all())
        .rules(broken, new AccessKeyForAnotherUser())
        .build();
    LogRecord record = record(Map.of("eventName", "StopLogging"));
    List<String> said = new ArrayList<>();

    // docs: failures
    Evaluation evaluation = streamAlert.evaluate(record);
    for (RuleOutcome.Failed failed : evaluation.failures()) {
      said.add(failed.rule() + " broke in " + failed.step());
    }
    // end
    // docs: explain
    for (RuleOutcome outcome : streamAlert.engine().explain(record)) {
      said.add(outcome.fold(
          triggered -> triggered.alert().title(),
          notTriggered -> notTriggered.rule() + ": " + notTriggered.reason(),
          skipped -> skipped.rule() + ": " + skipped.reason(),
          failed -> failed.toString()));
    }
    // end

    assertThat(said)
        .contains(
            "broken broke in matches",
            "access_key_for_another_user: no: eventName is \"CreateAccessKey\" (found STRING)");
  }

  @Test
  void theFirstRuleOfANewProject() {
    RuleSpec spec = RuleSpec.named("key_for_another_user")
        .logs("cloudtrail:events")
        // docs: getting-started-where
        .where(field("eventName")
            .is("CreateAccessKey")
            .and(field("requestParameters", "userName").exists())
            .and(not(field("requestParameters", "userName").isSameAs("userIdentity", "userName"))))
        // end
        .build();

    assertThat(spec.condition().test(newKey("mallory"))).isTrue();
    assertThat(spec.condition().test(newKey("alice"))).isFalse();
  }

  private static LogRecord newKey(String caller) {
    return record(Map.of(
        "eventName", "CreateAccessKey",
        "userIdentity", Map.of("userName", caller),
        "requestParameters", Map.of("userName", "alice")));
  }

  private static List<Alert> alerts(StreamAlert streamAlert, Map<String, ?> fields) {
    return streamAlert.evaluate(record(fields)).alerts();
  }

  private static LogRecord record(Map<String, ?> fields) {
    return LogRecord.builder(LogType.of("cloudtrail:events"), FieldValue.of(fields))
        .build();
  }
}
