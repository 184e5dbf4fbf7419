package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A site administrator used powers that only they have. */
public final class SiteAdminAction implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("github_site_admin_action")
      .description("A site administrator used their special powers")
      .logs("ghe:general")
      .severity(Severity.MEDIUM)
      .attack("T1078")
      .references(
          "https://docs.github.com/en/enterprise-server/admin/managing-accounts-and-repositories/managing-users-in-your-enterprise/promoting-or-demoting-a-site-administrator",
          "https://attack.mitre.org/techniques/T1078/")
      .falsePositives("The daily work of site administrators.")
      .runbook("Ask the administrator for the reason. If it was not them, take away their role "
          + "and end their sessions.")
      .where(field("action").startsWith("staff."))
      .build();

  /** Makes the rule. */
  public SiteAdminAction() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "acted as site administrator");
  }
}
