package io.streamalert.community.cloudwatch;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.community.cloudtrail.TrailBinding;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A network ACL lets in traffic from every IPv4 address. */
public final class NetworkAclIngressAnywhere implements Rule {

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public NetworkAclIngressAnywhere() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public NetworkAclIngressAnywhere(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_network_acl_ingress_anywhere")
        .description("A network ACL allows traffic from anywhere")
        .logs(binding.events())
        .severity(Severity.MEDIUM)
        .attack("T1562.007")
        .references(
            "https://attack.mitre.org/techniques/T1562/007/",
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html")
        .falsePositives("Subnets that serve the public, where security groups limit the traffic.")
        .runbook("Ask the caller whether the subnet is meant to be open. If not, remove the entry.")
        .where(binding.onCall(NetworkAclIngressAnywhere::demand))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(
        CloudTrailCall.in(record).title("opened a network ACL to every address"));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("eventName")
        .is("CreateNetworkAclEntry")
        .and(call.field("requestParameters", "cidrBlock").is("0.0.0.0/0"))
        .and(call.field("requestParameters", "ruleAction").is("allow"))
        .and(call.field("requestParameters", "egress").is(false));
  }
}
