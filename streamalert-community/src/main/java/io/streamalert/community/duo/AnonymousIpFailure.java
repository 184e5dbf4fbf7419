package io.streamalert.community.duo;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** Duo refused a sign-in from an address of an anonymising network. */
public final class AnonymousIpFailure implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("duo_anonymous_ip_failure")
      .description("Duo refused a sign-in from an anonymous address")
      .logs("duo:authentication")
      .severity(Severity.HIGH)
      .attack("T1078", "T1090.003")
      .references(
          "https://duo.com/docs/adminapi#authentication-logs",
          "https://attack.mitre.org/techniques/T1078/",
          "https://attack.mitre.org/techniques/T1090/003/")
      .falsePositives("People who use Tor or an anonymising VPN themselves.")
      .runbook("Ask the user. If it was not them, their password is known to others: change it.")
      .where(field("result").is("FAILURE").and(field("reason").is("Anonymous IP")))
      .build();

  /** Makes the rule. */
  public AnonymousIpFailure() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("username").textOr("Somebody")
        + " was refused by Duo at an anonymous address: " + record.at("ip").textOr("unknown"));
  }
}
