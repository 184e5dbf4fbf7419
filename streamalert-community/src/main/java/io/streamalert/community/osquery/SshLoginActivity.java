package io.streamalert.community.osquery;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** Somebody signed in at a host. */
public final class SshLoginActivity implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("ssh_login_activity")
      .description("A user signed in at a host")
      .logs("osquery:differential")
      .severity(Severity.LOW)
      .attack("T1021.004")
      .references(
          "https://attack.mitre.org/techniques/T1021/004/",
          "https://github.com/osquery/osquery/blob/master/packs/incident-response.conf")
      .falsePositives("Hosts at which people work.")
      .runbook("Ask the user why they signed in. If it was not them, isolate the host.")
      .matchers(Osquery.ADDED, Osquery.USER_LOGIN)
      .build();

  /** Makes the rule. */
  public SshLoginActivity() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("columns", "username").asText()
        + " signed in at "
        + record.at("hostIdentifier").textOr("a host"));
  }
}
