package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.value;

import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * An image, or a snapshot of a disk or a database cluster, was shared with everybody. Refused calls
 * count.
 */
public final class SnapshotOrAmiMadePublic implements Rule {

  private static final Condition FOR_ALL = field("group").is("all");

  private static final Condition IMAGE = field("eventName")
      .is("ModifyImageAttribute")
      .and(field("requestParameters", "attributeType").is("launchPermission"))
      .and(field("requestParameters", "launchPermission", "add", "items").anyElement(FOR_ALL));

  private static final Condition VOLUME = field("eventName")
      .is("ModifySnapshotAttribute")
      .and(field("requestParameters", "attributeType").is("CREATE_VOLUME_PERMISSION"))
      .and(
          field("requestParameters", "createVolumePermission", "add", "items").anyElement(FOR_ALL));

  private static final Condition DATABASE = field("eventName")
      .is("ModifyDBClusterSnapshotAttribute")
      .and(field("requestParameters", "valuesToAdd").anyElement(value().is("all")));

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public SnapshotOrAmiMadePublic() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public SnapshotOrAmiMadePublic(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_snapshot_or_ami_made_public")
        .description("An image or snapshot was made public")
        .logs(binding.records())
        .severity(Severity.HIGH)
        .attack("T1537")
        .references(
            "https://attack.mitre.org/techniques/T1537/",
            "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharingamis-intro.html")
        .falsePositives("Images that are published on purpose.")
        .runbook("Ask the caller whether it is meant to be public. If not, make it private again, "
            + "and change the secrets that are in it.")
        .where(anyOf(IMAGE, VOLUME, DATABASE))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.content())
        .title("made an image or snapshot public (" + record.at("eventName").asText() + ")"));
  }
}
