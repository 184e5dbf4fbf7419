package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A branch is protected no more. */
public final class BranchProtectionRemoved implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("github_disable_protect_this_branch")
      .description("The protection of a branch was removed")
      .logs("ghe:general")
      .severity(Severity.MEDIUM)
      .attack("T1195.002")
      .references(
          "https://docs.github.com/en/enterprise-server/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches",
          "https://attack.mitre.org/techniques/T1195/002/")
      .falsePositives("Maintainers who change how a repository is worked on.")
      .runbook("Ask the actor whether the change was agreed on. If not, restore the setting, and "
          + "review what was pushed since.")
      .where(field("action").is("protected_branch.destroy"))
      .build();

  /** Makes the rule. */
  public BranchProtectionRemoved() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "removed the protection of a branch");
  }
}
