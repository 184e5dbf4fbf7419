package io.streamalert.community.packetbeat;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.util.List;

/**
 * A host asked for the address of a domain on a list. The list is an example: fill in your own.
 */
public final class BlacklistedDomain implements Rule {

  private static final List<String> DOMAINS = List.of("evil.com.");

  private static final RuleSpec SPEC = RuleSpec.named("packetbeat_blacklisted_domain")
      .description("A host asked for a listed domain")
      .logs("packetbeat:dns")
      .severity(Severity.HIGH)
      .attack("T1071.004")
      .references(
          "https://www.elastic.co/guide/en/beats/packetbeat/current/packetbeat-overview.html",
          "https://attack.mitre.org/techniques/T1071/004/")
      .falsePositives("Security tools that look up bad domains.")
      .runbook("Find the program on the host that asked. If it is malware, isolate the host.")
      .where(field("dns", "question", "name").isIn(DOMAINS))
      .build();

  /** Makes the rule. */
  public BlacklistedDomain() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("client_ip").textOr("A host")
        + " asked for "
        + record.at("dns", "question", "name").asText());
  }
}
