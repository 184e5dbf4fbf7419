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
import java.util.List;

/** An object was opened to everybody, or to everybody with an AWS account, by its ACL. */
public final class PutObjectAclPublic implements Rule {

  /** Buckets whose objects are expected to be public. */
  private static final List<String> PUBLIC_BUCKETS = List.of("example-bucket-to-ignore");

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public PutObjectAclPublic() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public PutObjectAclPublic(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_put_object_acl_public")
        .description("The ACL of an object was set to let everybody in")
        .logs(binding.events())
        .severity(Severity.HIGH)
        .attack("T1530")
        .references(
            "https://attack.mitre.org/techniques/T1530/",
            "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
        .falsePositives("Objects of a bucket that is meant to be public.")
        .runbook("Ask the caller whether the object is meant to be public. If not, change its ACL, "
            + "and look at who read it since.")
        .where(binding.onCall(PutObjectAclPublic::demand))
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

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    CloudTrailCall call = CloudTrailCall.in(record);
    String bucket = call.at("requestParameters", "bucketName").asText();
    return AlertDetails.titled(call.title("opened an object of the bucket " + bucket));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("eventName")
        .is("PutObjectAcl")
        .and(not(call.field("requestParameters", "bucketName").isIn(PUBLIC_BUCKETS)));
  }
}
