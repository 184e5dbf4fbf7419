package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
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

  private static final RuleSpec SPEC = RuleSpec.named(
          "cloudtrail_put_object_acl_public_publisher_example")
      .description("Example of publishers: the ACL of an object was set to let everybody in")
      .logs("cloudwatch:events")
      .severity(Severity.LOW)
      .attack("T1530")
      .references(
          "https://attack.mitre.org/techniques/T1530/",
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
      .falsePositives("Everything: this is an example.")
      .runbook("Remove the example, or adapt it.")
      .where(field("detail", "eventName")
          .is("PutObjectAcl")
          .and(field("detail", "sourceIPAddress").is("1.2.3.4")))
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
      .context(
          "populate_fields",
          List.of(
              "userName", "sourceIPAddress", "eventTime", "eventName", "eventSource", "bucketName"))
      .build();

  /** Makes the rule. */
  public PutObjectAclPublicPublisherExample() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return PublicGroups.areIn(record.at("detail", "requestParameters"));
  }
}
