package io.streamalert.community.guardduty;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** GuardDuty found something, whatever it is. */
public final class GuardDutyAll implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("guard_duty_all")
      .description("GuardDuty has a finding")
      .logs("cloudwatch:events")
      .severity(Severity.MEDIUM)
      .references(
          "https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-active.html")
      .falsePositives("Scanners and tests of your own, which GuardDuty can be told to trust.")
      .runbook("Follow what GuardDuty recommends for the type of the finding.")
      .matchers(GuardDuty.FINDING)
      .build();

  /** Makes the rule. */
  public GuardDutyAll() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    FieldValue detail = record.at("detail");
    return AlertDetails.titled(
        "GuardDuty: " + detail.at("title").textOr(detail.at("type").asText()));
  }
}
