package io.streamalert.community.duo;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A user told Duo that a push they got was not theirs. */
public final class FraudReported implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("duo_fraud")
      .description("A user reported a Duo push as fraud")
      .logs("duo:authentication")
      .severity(Severity.HIGH)
      .attack("T1621")
      .references(
          "https://duo.com/docs/adminapi#authentication-logs",
          "https://attack.mitre.org/techniques/T1621/")
      .falsePositives("A slip of the finger.")
      .runbook("Ask the user. If the sign-in was not theirs, their password is known to others: "
          + "change it.")
      .where(field("result").is("FRAUD"))
      .build();

  /** Makes the rule. */
  public FraudReported() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("username").textOr("Somebody")
        + " reported a Duo push as fraud, from " + record.at("ip").textOr("an unknown address"));
  }
}
