package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
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

  private static final RuleSpec SPEC = RuleSpec.named("cloudtrail_put_object_acl_public")
      .description("The ACL of an object was set to let everybody in")
      .logs("cloudwatch:events")
      .severity(Severity.HIGH)
      .attack("T1530")
      .references(
          "https://attack.mitre.org/techniques/T1530/",
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html")
      .falsePositives("Objects of a bucket that is meant to be public.")
      .runbook("Ask the caller whether the object is meant to be public. If not, change its ACL, "
          + "and look at who read it since.")
      .where(field("detail", "eventName")
          .is("PutObjectAcl")
          .and(not(field("detail", "requestParameters", "bucketName").isIn(PUBLIC_BUCKETS))))
      .build();

  /** Makes the rule. */
  public PutObjectAclPublic() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return PublicGroups.areIn(record.at("detail", "requestParameters"));
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.at("detail"))
        .title("opened an object of the bucket "
            + record.at("detail", "requestParameters", "bucketName").asText()));
  }
}
