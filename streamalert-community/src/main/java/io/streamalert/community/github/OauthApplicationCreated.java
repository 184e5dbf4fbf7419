package io.streamalert.community.github;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** An OAuth application was registered, by which others can act for users. */
public final class OauthApplicationCreated implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("github_oauth_application_create")
      .description("An OAuth application was registered")
      .logs("ghe:general")
      .severity(Severity.LOW)
      .attack("T1550.001")
      .references(
          "https://docs.github.com/en/enterprise-server/apps/oauth-apps/building-oauth-apps/creating-an-oauth-app",
          "https://attack.mitre.org/techniques/T1550/001/")
      .falsePositives("Applications that are being developed.")
      .runbook("Ask the actor what the application is for. Delete it if nobody knows.")
      .where(field("action").is("oauth_application.create"))
      .build();

  /** Makes the rule. */
  public OauthApplicationCreated() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AuditLog.titled(record, "registered an OAuth application");
  }
}
