package io.streamalert.community.onelogin;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** Somebody acts in OneLogin as another user. */
public final class AssumedRole implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("onelogin_events_assumed_role")
      .description("Somebody assumed the role of another OneLogin user")
      .logs("onelogin:events")
      .severity(Severity.MEDIUM)
      .attack("T1078.004")
      .references(
          "https://developers.onelogin.com/api-docs/1/events/event-types",
          "https://attack.mitre.org/techniques/T1078/004/")
      .falsePositives("Administrators who help a user.")
      .runbook("Ask the administrator for the reason, and the user whether they know of it.")
      .where(field("event_type_id").is(3))
      .build();

  /** Makes the rule. */
  public AssumedRole() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("actor_user_name").textOr("Somebody")
        + " assumed the role of "
        + record.at("user_name").textOr("a OneLogin user"));
  }
}
