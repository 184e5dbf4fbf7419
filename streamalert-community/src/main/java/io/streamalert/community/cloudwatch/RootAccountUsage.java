package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.community.cloudtrail.TrailBinding;
import io.streamalert.condition.Condition;
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

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public RootAccountUsage() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public RootAccountUsage(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_root_account_usage")
        .description("Root AWS credentials are being used")
        .logs(binding.events())
        .severity(Severity.HIGH)
        .attack("T1078.004")
        .references(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html")
        .falsePositives("One of the few tasks that only root can do, such as closing the account.")
        .runbook("Ask the owner of the account whether it was them. If not, change the password of "
            + "root, delete its access keys, and look at what it did since it signed in.")
        .where(binding.onCall(RootAccountUsage::demand))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    CloudTrailCall call = CloudTrailCall.in(record);
    String account = record.at("account").textOr(call.at("recipientAccountId").asText());
    return AlertDetails.titled("Root credentials of account %s were used from %s: %s"
        .formatted(account, call.address(), call.at("eventName").textOr("an unknown action")));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("userIdentity", "type")
        .is("Root")
        .and(call.field("userIdentity", "invokedBy").isMissing())
        .and(call.field("eventType").exists())
        .and(not(call.field("eventType").is("AwsServiceEvent")));
  }
}
