package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** An organization no longer demands a second factor of its members. */
public final class TwoFactorRequirementDisabled implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("github_disable_two_factor_requirement_org")
      .description("An organization no longer requires two-factor authentication")
      .logs("ghe:general")
      .severity(Severity.HIGH)
      .attack("T1556.006")
      .references(
          "https://docs.github.com/en/enterprise-server/organizations/keeping-your-organization-secure/managing-two-factor-authentication-for-your-organization",
          "https://attack.mitre.org/techniques/T1556/006/")
      .falsePositives("A change of the way people sign in, such as single sign-on.")
      .runbook("Ask the actor whether the change was agreed on. If not, demand the second factor "
          + "again.")
      .where(field("action").is("org.disable_two_factor_requirement"))
      .build();

  /** Makes the rule. */
  public TwoFactorRequirementDisabled() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "no longer requires two-factor authentication");
  }
}
