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
 * A host with an IPv4 address talked to an address on a list. The list is an example: fill in your
 * own.
 */
public final class BlacklistedIp implements Rule {

  private static final List<String> ADDRESSES = List.of("222.173.190.239");

  private static final String EVERY_IPV4_ADDRESS = "0.0.0.0/0";

  private static final RuleSpec SPEC = RuleSpec.named("packetbeat_blacklisted_ip")
      .description("A host talked to a listed address")
      .logs("packetbeat:flow")
      .severity(Severity.HIGH)
      .attack("T1071")
      .references(
          "https://www.elastic.co/guide/en/beats/packetbeat/current/packetbeat-overview.html",
          "https://attack.mitre.org/techniques/T1071/")
      .falsePositives("Security tools that connect to bad addresses.")
      .runbook("Find the program on the host that asked. If it is malware, isolate the host.")
      .where(field("dest", "ip")
          .isIn(ADDRESSES)
          .and(field("source", "ip").inNetwork(EVERY_IPV4_ADDRESS)))
      .build();

  /** Makes the rule. */
  public BlacklistedIp() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("source", "ip").asText()
        + " talked to "
        + record.at("dest", "ip").asText());
  }
}
