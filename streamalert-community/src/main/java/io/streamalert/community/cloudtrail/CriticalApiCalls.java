package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
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

  private static final Condition UPDATE_DETECTOR = field("eventName").is("UpdateDetector");

  private static final Condition PUBLIC_ACCESS_BLOCK =
      field("eventName").isIn("PutBucketPublicAccessBlock", "PutAccountPublicAccessBlock");

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

  private static final RuleSpec SPEC = RuleSpec.named("cloudtrail_critical_api_calls")
      .description("An AWS API was called that deletes resources or disables security controls")
      .logs("cloudtrail:events")
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
      .where(anyOf(DESTRUCTIVE, UPDATE_DETECTOR, PUBLIC_ACCESS_BLOCK, ORGANIZATION))
      .build();

  /** Makes the rule. */
  public CriticalApiCalls() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    FieldValue parameters = record.at("requestParameters");
    if (UPDATE_DETECTOR.test(record)) {
      return disablesDetector(parameters);
    }
    if (PUBLIC_ACCESS_BLOCK.test(record)) {
      return opensBuckets(parameters.at("PublicAccessBlockConfiguration"));
    }
    return DESTRUCTIVE.test(record) || ORGANIZATION.test(record);
  }

  /** A call that does not say {@code enable} leaves the detector as it is. */
  private static boolean disablesDetector(FieldValue parameters) {
    FieldValue enable = parameters.at("enable");
    return enable.exists() && !enable.isTruthy();
  }

  private static boolean opensBuckets(FieldValue configuration) {
    return configuration.at("RestrictPublicBuckets").is(false)
        || configuration.at("BlockPublicPolicy").is(false)
        || configuration.at("BlockPublicAcls").is(false)
        || configuration.at("IgnorePublicAcls").is(false);
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.content())
        .title("called %s (%s)"
            .formatted(record.at("eventName").asText(), record.at("eventSource").asText())));
  }
}
