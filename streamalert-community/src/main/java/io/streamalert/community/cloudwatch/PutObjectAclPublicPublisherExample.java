package io.streamalert.community.cloudwatch;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.community.cloudtrail.TrailBinding;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.util.List;

/**
 * An example of publishers and outputs, not for use as it is: an object was opened to everybody
 * from one address.
 */
public final class PutObjectAclPublicPublisherExample implements Rule {

  private static final String GENERIC = "publishers.community.generic.";
  private static final String SLACK = "publishers.community.slack.slack_layout.";
  private static final String PAGERDUTY = "publishers.community.pagerduty.pagerduty_layout.";

  private static final List<String> POPULATED =
      List.of("userName", "sourceIPAddress", "eventTime", "eventName", "eventSource", "bucketName");

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public PutObjectAclPublicPublisherExample() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public PutObjectAclPublicPublisherExample(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_put_object_acl_public_publisher_example")
        .description("Example of publishers: the ACL of an object was set to let everybody in")
        .logs(binding.events())
        .severity(Severity.LOW)
        .attack("T1530")
        .references(
            "https://attack.mitre.org/techniques/T1530/",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
        .falsePositives("Everything: this is an example.")
        .runbook("Remove the example, or adapt it.")
        .where(binding.onCall(PutObjectAclPublicPublisherExample::demand))
        .outputs("slack:sample-channel", "pagerduty:sample-integration")
        .publishersFor(
            "slack", SLACK + "Summary", SLACK + "AttachRuleInfo", SLACK + "AttachFullRecord")
        .publishersFor(
            "pagerduty",
            GENERIC + "add_record",
            GENERIC + "populate_fields",
            PAGERDUTY + "PrettyPrintArrays",
            PAGERDUTY + "ShortenTitle",
            PAGERDUTY + "as_custom_details")
        .context("populate_fields", POPULATED)
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return PublicGroups.areIn(CloudTrailCall.in(record).at("requestParameters"));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("eventName")
        .is("PutObjectAcl")
        .and(call.field("sourceIPAddress").is("1.2.3.4"));
  }
}
