package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A bucket was opened to everybody, or to everybody with an AWS account, by its ACL. */
public final class PutBucketAcl implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("cloudtrail_put_bucket_acl")
      .description("The ACL of a bucket was set to let everybody in")
      .logs("cloudwatch:events")
      .severity(Severity.HIGH)
      .attack("T1530")
      .references(
          "https://attack.mitre.org/techniques/T1530/",
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
      .falsePositives("Buckets that are meant to be public.")
      .runbook("Ask the caller whether the bucket is meant to be public. If not, remove the "
          + "grant, and look at who read from the bucket since.")
      .where(field("detail", "eventName")
          .is("PutBucketAcl")
          .and(field(
                  "detail",
                  "requestParameters",
                  "AccessControlPolicy",
                  "AccessControlList",
                  "Grant")
              .anyElement(field("Grantee", "URI").isIn(PublicGroups.URIS))))
      .build();

  /** Makes the rule. */
  public PutBucketAcl() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.at("detail"))
        .title("opened the bucket "
            + record.at("detail", "requestParameters", "bucketName").asText()));
  }
}
