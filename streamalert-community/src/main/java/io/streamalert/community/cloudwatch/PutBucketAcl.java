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

/** A bucket was opened to everybody, or to everybody with an AWS account, by its ACL. */
public final class PutBucketAcl implements Rule {

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public PutBucketAcl() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public PutBucketAcl(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_put_bucket_acl")
        .description("The ACL of a bucket was set to let everybody in")
        .logs(binding.events())
        .severity(Severity.HIGH)
        .attack("T1530")
        .references(
            "https://attack.mitre.org/techniques/T1530/",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
        .falsePositives("Buckets that are meant to be public.")
        .runbook("Ask the caller whether the bucket is meant to be public. If not, remove the "
            + "grant, and look at who read from the bucket since.")
        .where(binding.onCall(PutBucketAcl::demand))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    CloudTrailCall call = CloudTrailCall.in(record);
    String bucket = call.at("requestParameters", "bucketName").asText();
    return AlertDetails.titled(call.title("opened the bucket " + bucket));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("eventName")
        .is("PutBucketAcl")
        .and(call.field("requestParameters", "AccessControlPolicy", "AccessControlList", "Grant")
            .anyElement(field("Grantee", "URI").isIn(PublicGroups.URIS)));
  }
}
