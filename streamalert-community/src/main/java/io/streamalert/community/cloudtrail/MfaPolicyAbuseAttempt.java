package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * Somebody without MFA made a call by which a policy that demands MFA can be got round: whoever
 * stole an access key tries these first. Refused calls count; for new MFA devices, only they do.
 */
public final class MfaPolicyAbuseAttempt implements Rule {

  private static final Condition CHANGES = field("eventName")
      .isIn(
          "DeactivateMFADevice",
          "CreateUser",
          "CreateAccessKey",
          "DetachUserPolicy",
          "DetachGroupPolicy",
          "RemoveUserFromGroup",
          "DeleteUserPolicy",
          "PutGroupPolicy",
          "PutUserPolicy");

  private static final Condition REFUSED_DEVICE = field("eventName")
      .isIn("CreateVirtualMFADevice", "EnableMFADevice")
      .and(field("errorCode").isTruthy());

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public MfaPolicyAbuseAttempt() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public MfaPolicyAbuseAttempt(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_mfa_policy_abuse_attempt")
        .description("Calls without MFA that may abuse a policy that demands it")
        .logs(binding.records())
        .severity(Severity.HIGH)
        .attack("T1098.001", "T1556.006")
        .references(
            "https://attack.mitre.org/techniques/T1556/006/",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa.html")
        .falsePositives("Infrastructure as code that manages users with an access key.")
        .runbook("Ask the owner of the access key. If it was not them, disable the key, look at "
            + "what else it did, and find out how it leaked.")
        .where(not(field("userIdentity", "sessionContext", "attributes", "mfaAuthenticated")
                .is("true"))
            .and(anyOf(CHANGES, REFUSED_DEVICE)))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(CloudTrailCall.of(record.content())
        .title("called " + record.at("eventName").asText() + " without MFA"));
  }
}
