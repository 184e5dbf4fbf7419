package io.streamalert.community.duo;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A bypass code was made that can be used any number of times. */
public final class BypassCodeUnlimitedUse implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("duo_bypass_code_create_unlimited_use")
      .description("A Duo bypass code can be used without limit")
      .logs("duo:administrator")
      .severity(Severity.MEDIUM)
      .attack("T1556.006")
      .references(
          "https://duo.com/docs/administration-users#generating-a-bypass-code",
          "https://attack.mitre.org/techniques/T1556/006/")
      .falsePositives(
          "An administrator who helps somebody without a device and forgets the limits.")
      .runbook("Ask the administrator for whom the code is and why it is like that. If in doubt, "
          + "revoke it.")
      .where(BypassCode.CREATED)
      .build();

  /** Makes the rule. */
  public BypassCodeUnlimitedUse() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return BypassCode.lacks(record, "remaining_uses");
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return BypassCode.titled(record, "that can be used without limit");
  }
}
