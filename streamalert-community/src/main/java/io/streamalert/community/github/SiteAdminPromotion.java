package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A user was made site administrator. */
public final class SiteAdminPromotion implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("github_site_admin_user_promotion")
      .description("A user was promoted to site administrator")
      .logs("ghe:general")
      .severity(Severity.HIGH)
      .attack("T1098")
      .references(
          "https://docs.github.com/en/enterprise-server/admin/managing-accounts-and-repositories/managing-users-in-your-enterprise/promoting-or-demoting-a-site-administrator",
          "https://attack.mitre.org/techniques/T1098/")
      .falsePositives("New administrators.")
      .runbook("Ask the actor whether the promotion was agreed on. If not, undo it, and look at "
          + "what the new administrator did.")
      .where(field("action").is("user.promote"))
      .build();

  /** Makes the rule. */
  public SiteAdminPromotion() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "promoted a user to site administrator");
  }
}
