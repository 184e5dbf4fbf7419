package com.example.detections;

import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * Somebody signed in to the AWS console with a password alone. A rule that only declares: what it
 * looks for is all in {@code where}.
 */
public final class ConsoleLoginWithoutMfa implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("console_login_without_mfa")
      .description("Somebody signed in to the AWS console with a password alone")
      .logs("cloudtrail:events")
      .severity(Severity.MEDIUM)
      .attack("T1078.004")
      .runbook("Ask the user, and make multi-factor authentication compulsory.")
      .where(field("eventName")
          .is("ConsoleLogin")
          .and(field("responseElements", "ConsoleLogin").is("Success"))
          .and(field("additionalEventData", "MFAUsed").is("No"))
          // Single sign-on: the second factor is asked for elsewhere.
          .and(not(field("userIdentity", "type").is("AssumedRole"))))
      .build();

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    FieldValue identity = record.at("userIdentity");
    return AlertDetails.titled("%s signed in to the console of account %s without MFA, from %s"
        .formatted(
            identity.at("userName").asString().orElse(identity.at("type").asText()),
            record.at("recipientAccountId").asText(),
            record.at("sourceIPAddress").asText()));
  }
}
