package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.util.List;

/** Reviews are no longer demanded before a pull request is merged. */
public final class PullRequestReviewsDisabled implements Rule {

  /** Who may do so without an alert. */
  private static final List<String> IGNORED_ACTORS = List.of();

  private static final RuleSpec SPEC = RuleSpec.named(
          "github_disable_required_pull_request_reviews")
      .description("Reviews of pull requests are no longer required")
      .logs("ghe:general")
      .severity(Severity.MEDIUM)
      .attack("T1195.002")
      .references(
          "https://docs.github.com/en/enterprise-server/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches",
          "https://attack.mitre.org/techniques/T1195/002/")
      .falsePositives("Maintainers who change how a repository is worked on.")
      .runbook("Ask the actor whether the change was agreed on. If not, restore the setting, and "
          + "review what was pushed since.")
      .where(field("action")
          .is("protected_branch.dismissal_restricted_users_teams")
          .and(field("data", "authorized_actors_only").is(true))
          .and(not(field("actor").isIn(IGNORED_ACTORS))))
      .build();

  /** Makes the rule. */
  public PullRequestReviewsDisabled() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "no longer requires reviews");
  }
}
