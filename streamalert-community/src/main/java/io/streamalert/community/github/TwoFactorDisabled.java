package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A user signs in without a second factor from now on. */
public final class TwoFactorDisabled implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("github_disable_two_factor_requirement_user")
      .description("A user disabled two-factor authentication")
      .logs("ghe:general")
      .severity(Severity.MEDIUM)
      .attack("T1556.006")
      .references(
          "https://docs.github.com/en/enterprise-server/authentication/securing-your-account-with-two-factor-authentication-2fa",
          "https://attack.mitre.org/techniques/T1556/006/")
      .falsePositives("A user who changes devices.")
      .runbook("Ask the user. If it was not them, somebody else is in their account: end its "
          + "sessions and change the password.")
      .where(field("action").is("two_factor_authentication.disabled"))
      .build();

  /** Makes the rule. */
  public TwoFactorDisabled() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "disabled two-factor authentication");
  }
}
