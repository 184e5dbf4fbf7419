package io.streamalert.community.packetbeat;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * A host asked for the address of a name below a domain. The domain is an example: fill in your
 * own.
 */
public final class DnsLookup implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("packetbeat_dns_lookup")
      .description("A host asked for a name below a bad domain")
      .logs("packetbeat:dns")
      .severity(Severity.HIGH)
      .attack("T1071.004")
      .references(
          "https://www.elastic.co/guide/en/beats/packetbeat/current/packetbeat-overview.html",
          "https://attack.mitre.org/techniques/T1071/004/")
      .falsePositives("Security tools that look up bad domains.")
      .runbook("Find the program on the host that asked. If it is malware, isolate the host.")
      .where(field("dns", "question", "name").endsWith(".evil.com."))
      .build();

  /** Makes the rule. */
  public DnsLookup() {}

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
