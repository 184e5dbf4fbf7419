package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.condition.FieldCondition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A machine image was made, and none of its volumes is encrypted. */
public final class UnencryptedAmiVolume implements Rule {

  private static final FieldCondition VOLUMES =
      field("detail", "requestParameters", "blockDeviceMapping", "items");

  private static final RuleSpec SPEC = RuleSpec.named("unencrypted_ami_volume")
      .description("A machine image without encrypted volumes was made")
      .logs("cloudwatch:events")
      .severity(Severity.MEDIUM)
      .references("https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html")
      .falsePositives(
          "Accounts that encrypt new volumes by default, which the call does not tell.",
          "Images without data of value.")
      .runbook("Ask the caller to make the image again with encryption, and delete the old one.")
      .where(field("detail", "eventName")
          .is("CreateImage")
          .and(VOLUMES.isTruthy())
          .and(VOLUMES.allElements(not(field("ebs", "encrypted").isTruthy()))))
      .build();

  /** Makes the rule. */
  public UnencryptedAmiVolume() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.at("detail"))
        .title("made a machine image without encrypted volumes"));
  }
}
