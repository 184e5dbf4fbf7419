package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.condition.FieldCondition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * An AWS API was called that destroys resources, blinds the defence, opens buckets to the public or
 * rearranges the organization. Refused calls count: the attempt says enough.
 */
public final class CriticalApiCalls implements Rule {

  private static final Condition DESTRUCTIVE = field("eventName")
      .isIn(
          "DeleteFlowLogs",
          "DeleteSubnet",
          "DeleteVpc",
          "DeleteDBCluster",
          "DeleteCluster",
          "DeleteTrail",
          "PutEventSelectors",
          "UpdateTrail",
          "StopLogging",
          "DeleteDeliveryChannel",
          "StopConfigurationRecorder",
          "DeleteRule",
          "DisableRule",
          "DeleteDetector",
          "DeleteAccountPublicAccessBlock",
          "DisableEbsEncryptionByDefault");

  /** A call that does not say {@code enable} leaves the detector as it is. */
  private static final Condition DETECTOR_DISABLED = field("eventName")
      .is("UpdateDetector")
      .and(field("requestParameters", "enable").exists())
      .and(not(field("requestParameters", "enable").isTruthy()));

  private static final Condition BUCKETS_OPENED = field("eventName")
      .isIn("PutBucketPublicAccessBlock", "PutAccountPublicAccessBlock")
      .and(anyOf(
          block("RestrictPublicBuckets").is(false),
          block("BlockPublicPolicy").is(false),
          block("BlockPublicAcls").is(false),
          block("IgnorePublicAcls").is(false)));

  private static final Condition ORGANIZATION = field("eventName")
      .isIn(
          "AttachPolicy",
          "CreateOrganizationUnit",
          "CreatePolicy",
          "DeletePolicy",
          "DeleteOrganizationUnit",
          "DetachPolicy",
          "DisableAWSServiceAccess",
          "DisablePolicyType",
          "EnableAllFeatures",
          "EnableAWSServiceAccess",
          "EnablePolicyType",
          "LeaveOrganization",
          "MoveAccount",
          "RemoveAccountFromOrganization",
          "UpdatePolicy")
      .and(field("eventSource").is("organizations.amazonaws.com"));

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public CriticalApiCalls() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public CriticalApiCalls(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_critical_api_calls")
        .description("An AWS API was called that deletes resources or disables security controls")
        .logs(binding.records())
        .severity(Severity.HIGH)
        .attack("T1485", "T1562.001", "T1562.008")
        .references(
            "https://attack.mitre.org/techniques/T1562/008/",
            "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html")
        .falsePositives(
            "Planned clean-up of networks, clusters or databases.",
            "Infrastructure as code that replaces a trail, detector or rule.")
        .runbook(
            "Ask the caller whether the change was planned. If not, undo it, revoke the caller's "
                + "credentials, and look at what else they did.")
        .where(anyOf(DESTRUCTIVE, DETECTOR_DISABLED, BUCKETS_OPENED, ORGANIZATION))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.content())
        .title("called %s (%s)"
            .formatted(record.at("eventName").asText(), record.at("eventSource").asText())));
  }

  private static FieldCondition block(String flag) {
    return field("requestParameters", "PublicAccessBlockConfiguration", flag);
  }
}
