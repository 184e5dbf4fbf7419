package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A network ACL lets in traffic from every IPv4 address. */
public final class NetworkAclIngressAnywhere implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("cloudtrail_network_acl_ingress_anywhere")
      .description("A network ACL allows traffic from anywhere")
      .logs("cloudwatch:events")
      .severity(Severity.MEDIUM)
      .attack("T1562.007")
      .references(
          "https://attack.mitre.org/techniques/T1562/007/",
          "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html")
      .falsePositives("Subnets that serve the public, where security groups limit the traffic.")
      .runbook("Ask the caller whether the subnet is meant to be open. If not, remove the entry.")
      .where(field("detail", "eventName")
          .is("CreateNetworkAclEntry")
          .and(field("detail", "requestParameters", "cidrBlock").is("0.0.0.0/0"))
          .and(field("detail", "requestParameters", "ruleAction").is("allow"))
          .and(field("detail", "requestParameters", "egress").is(false)))
      .build();

  /** Makes the rule. */
  public NetworkAclIngressAnywhere() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(
        CloudTrailCall.of(record.at("detail")).title("opened a network ACL to every address"));
  }
}
