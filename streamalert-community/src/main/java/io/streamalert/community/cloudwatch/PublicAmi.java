package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.community.cloudtrail.TrailBinding;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A machine image was shared with everybody. */
public final class PublicAmi implements Rule {

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public PublicAmi() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public PublicAmi(TrailBinding binding) {
    this.spec = RuleSpec.named("public_ami")
        .description("A machine image was made public")
        .logs(binding.events())
        .severity(Severity.HIGH)
        .attack("T1537")
        .references(
            "https://attack.mitre.org/techniques/T1537/",
            "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html")
        .falsePositives("Images that are published on purpose.")
        .runbook("Ask the caller whether it is meant to be public. If not, make it private again, "
            + "and change the secrets that are in it.")
        .where(binding.onCall(PublicAmi::demand))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.in(record).title("made a machine image public"));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("eventName")
        .is("ModifyImageAttribute")
        .and(call.field("requestParameters", "launchPermission", "add", "items")
            .anyElement(field("group").is("all")));
  }
}
