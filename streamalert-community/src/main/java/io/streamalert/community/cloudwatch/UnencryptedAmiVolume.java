package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.community.cloudtrail.TrailBinding;
import io.streamalert.condition.Condition;
import io.streamalert.condition.FieldCondition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A machine image was made, and none of its volumes is encrypted. */
public final class UnencryptedAmiVolume implements Rule {

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public UnencryptedAmiVolume() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public UnencryptedAmiVolume(TrailBinding binding) {
    this.spec = RuleSpec.named("unencrypted_ami_volume")
        .description("A machine image without encrypted volumes was made")
        .logs(binding.events())
        .severity(Severity.MEDIUM)
        .references("https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html")
        .falsePositives(
            "Accounts that encrypt new volumes by default, which the call does not tell.",
            "Images without data of value.")
        .runbook("Ask the caller to make the image again with encryption, and delete the old one.")
        .where(binding.onCall(UnencryptedAmiVolume::demand))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(
        CloudTrailCall.in(record).title("made a machine image without encrypted volumes"));
  }

  private static Condition demand(TrailBinding.Call call) {
    FieldCondition volumes = call.field("requestParameters", "blockDeviceMapping", "items");
    return call.field("eventName")
        .is("CreateImage")
        .and(volumes.isTruthy())
        .and(volumes.allElements(not(field("ebs", "encrypted").isTruthy())));
  }
}
