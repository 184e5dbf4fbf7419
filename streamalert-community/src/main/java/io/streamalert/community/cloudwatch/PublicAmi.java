package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A machine image was shared with everybody. */
public final class PublicAmi implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("public_ami")
      .description("A machine image was made public")
      .logs("cloudwatch:events")
      .severity(Severity.HIGH)
      .attack("T1537")
      .references(
          "https://attack.mitre.org/techniques/T1537/",
          "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html")
      .falsePositives("Images that are published on purpose.")
      .runbook("Ask the caller whether it is meant to be public. If not, make it private again, "
          + "and change the secrets that are in it.")
      .where(field("detail", "eventName")
          .is("ModifyImageAttribute")
          .and(field("detail", "requestParameters", "launchPermission", "add", "items")
              .anyElement(field("group").is("all"))))
      .build();

  /** Makes the rule. */
  public PublicAmi() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(
        CloudTrailCall.of(record.at("detail")).title("made a machine image public"));
  }
}
