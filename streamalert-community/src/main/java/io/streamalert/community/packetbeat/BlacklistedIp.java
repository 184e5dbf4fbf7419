package io.streamalert.community.packetbeat;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A host with an IPv4 address talked to an address on a list. The list is an example: fill in your
 * own.
 */
public final class BlacklistedIp implements Rule {

  private static final List<String> ADDRESSES = List.of("222.173.190.239");

  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

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
      .where(field("dest", "ip").isIn(ADDRESSES))
      .build();

  /** Makes the rule. */
  public BlacklistedIp() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return record
        .at("source", "ip")
        .asString()
        .filter(text -> IPV4.matcher(text).matches())
        .isPresent();
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(record.at("source", "ip").asText()
        + " talked to "
        + record.at("dest", "ip").asText());
  }
}
