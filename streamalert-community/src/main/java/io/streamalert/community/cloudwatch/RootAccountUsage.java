package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * The root user of an AWS account is at work. Nothing restricts it, so hardly any work is meant to
 * be done with it. What AWS services do in its name does not count.
 */
public final class RootAccountUsage implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("cloudtrail_root_account_usage")
      .description("Root AWS credentials are being used")
      .logs("cloudwatch:events")
      .severity(Severity.HIGH)
      .attack("T1078.004")
      .references("https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html")
      .falsePositives("One of the few tasks that only root can do, such as closing the account.")
      .runbook("Ask the owner of the account whether it was them. If not, change the password of "
          + "root, delete its access keys, and look at what it did since it signed in.")
      .where(field("detail", "userIdentity", "type")
          .is("Root")
          .and(field("detail", "userIdentity", "invokedBy").isMissing())
          .and(field("detail", "eventType").exists())
          .and(not(field("detail", "eventType").is("AwsServiceEvent"))))
      .build();

  /** Makes the rule. */
  public RootAccountUsage() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    FieldValue detail = record.at("detail");
    return AlertDetails.titled("Root credentials of account %s were used from %s: %s"
        .formatted(
            record.at("account").asText(),
            detail.at("sourceIPAddress").asString().orElse("an unknown address"),
            detail.at("eventName").asString().orElse("an unknown action")));
  }
}
