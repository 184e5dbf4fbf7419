package com.example.docs;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.normalize.NormalizedValue;
import io.streamalert.publish.Publisher;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the page about porting rules. */
class PortingExamplesTest {

  // docs: porting-plain
  static final Rule DOOR_FORCED = Rule.of(RuleSpec.named("door_forced")
      .description("A door was opened by force")
      .logs("acme:doors")
      .where(field("event").is("forced"))
      .build());
  // end

  // docs: porting-nested
  static final Rule BADGE_LENT = Rule.of(
      RuleSpec.named("badge_lent")
          .logs("acme:doors")
          .requireSubKeys("badge", "owner", "holder")
          .where(not(field("badge", "owner").is("guest"))
              .and(anyOf(field("site").isIn("berlin", "oslo"), field("room").startsWith("vault-"))))
          .build(),
      (record, context) -> !record.at("badge", "owner").equals(record.at("badge", "holder")));
  // end

  // docs: porting-matcher
  static final Matcher AT_NIGHT = Matcher.of("at night", field("shift").is("night"));

  static final Rule DOOR_AT_NIGHT = Rule.of(
      RuleSpec.named("door_at_night").logs("acme:doors").matchers(AT_NIGHT).build());
  // end

  // docs: porting-outputs
  static final Rule ALARM_OFF = Rule.of(RuleSpec.named("alarm_off")
      .logs("acme:doors")
      .where(field("event").is("alarm_off"))
      .outputs("slack:guards", "pagerduty:duty")
      .dynamicOutputs(
          (record, context) -> List.of(OutputId.of("slack", record.at("site").asText())))
      .publishersFor("slack", "slack_summary")
      .publishersFor("pagerduty:duty", "short_title", "as_details")
      .merge(MergePolicy.within(Duration.ofMinutes(10)).by("site", "room"))
      .build());
  // end

  // docs: porting-context
  static final class DoorOfTenant implements Rule {

    private static final RuleSpec SPEC = RuleSpec.named("door_of_tenant")
        .logs("acme:doors")
        .context("pagerduty", Map.of("urgency", "low"))
        .build();

    @Override
    public RuleSpec spec() {
      return SPEC;
    }

    @Override
    public boolean matches(LogRecord record, RuleContext context) {
      FieldValue tenant =
          context.table("tenants").get(record.at("room").asText(), FieldValue.missing());
      context.put("tenant", tenant);
      return tenant.exists();
    }

    @Override
    public AlertDetails describe(LogRecord record, RuleContext context) {
      return AlertDetails.titled("A door of " + context.get("tenant").asText());
    }
  }
  // end

  // docs: porting-datatypes
  static final Rule KNOWN_BAD_CARD = Rule.of(
      RuleSpec.named("known_bad_card").dataTypes("card_number").build(),
      (record, context) -> NormalizedValue.valuesOf(record, "card_number").stream()
          .anyMatch(number -> number.startsWith("666")));
  // end

  // docs: porting-intel
  static final Rule BAD_ADDRESS = Rule.of(
      RuleSpec.named("bad_address").logs("acme:doors").build(),
      (record, context) -> !record.at(LogRecord.INDICATORS_KEY, "ip").elements().isEmpty());
  // end

  // docs: porting-disabled
  static final Rule TOO_NOISY =
      Rule.of(RuleSpec.named("too_noisy").logs("acme:doors").disabled().build());
  // end

  /** Stands for publishers that other modules bring. */
  private static final Publisher SAME = (alert, publication) -> publication;

  @Test
  void theyDoWhatTheirPythonFormsDo() {
    LogSchema doors =
        LogSchema.named("acme:doors").field("event", FieldType.string()).build();
    StreamAlert streamAlert = StreamAlert.builder()
        .schemas(doors)
        .rules(
            DOOR_FORCED,
            BADGE_LENT,
            DOOR_AT_NIGHT,
            ALARM_OFF,
            new DoorOfTenant(),
            KNOWN_BAD_CARD,
            BAD_ADDRESS,
            TOO_NOISY)
        .publishers(Map.of("as_details", SAME, "short_title", SAME, "slack_summary", SAME))
        .tables(LookupTables.builder()
            .add("tenants", LookupTable.of(Map.of("7", "Acme")))
            .build())
        .build();

    assertThat(triggered(streamAlert, "{\"event\": \"forced\"}")).containsExactly("door_forced");
    assertThat(triggered(streamAlert, """
        {"badge": {"owner": "ann", "holder": "bob"}, "room": "vault-1"}""")).containsExactly("badge_lent");
    assertThat(triggered(streamAlert, "{\"badge\": {\"owner\": \"ann\"}, \"site\": \"oslo\"}"))
        .isEmpty();
    assertThat(triggered(streamAlert, "{\"shift\": \"night\"}")).containsExactly("door_at_night");
    assertThat(triggered(streamAlert, "{\"event\": \"alarm_off\", \"site\": \"oslo\"}"))
        .containsExactly("alarm_off");
    assertThat(triggered(streamAlert, "{\"room\": \"7\"}")).containsExactly("door_of_tenant");
    assertThat(triggered(streamAlert, """
        {"streamalert_normalization":
            {"card_number": [{"fields": ["card"], "values": ["66612"]}]}}""")).containsExactly("known_bad_card");
    assertThat(triggered(streamAlert, "{\"streamalert:ioc\": {\"ip\": [\"192.0.2.1\"]}}"))
        .containsExactly("bad_address");
  }

  // docs: porting-test
  static List<String> triggered(StreamAlert streamAlert, String json) {
    LogRecord record = LogRecord.of("acme:doors", json);
    return streamAlert.evaluate(record).alerts().stream().map(Alert::ruleName).toList();
  }
  // end
}
