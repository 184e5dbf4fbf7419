package io.streamalert.community.cloudwatch;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.anywhere;

import io.streamalert.alert.Severity;
import io.streamalert.community.cloudtrail.CloudTrailCall;
import io.streamalert.community.cloudtrail.TrailBinding;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** A security group lets in traffic from every address, of IPv4 or IPv6. */
public final class SecurityGroupIngressAnywhere implements Rule {

  /** Wherever it stands in the parameters: calls differ in how they nest it. */
  private static final Condition FROM_ANYWHERE =
      anyOf(anywhere("cidrIp").is("0.0.0.0/0"), anywhere("cidrIpv6").is("::/0"));

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public SecurityGroupIngressAnywhere() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public SecurityGroupIngressAnywhere(TrailBinding binding) {
    this.spec = RuleSpec.named("cloudtrail_security_group_ingress_anywhere")
        .description("A security group allows traffic from anywhere")
        .logs(binding.events())
        .severity(Severity.MEDIUM)
        .attack("T1562.007")
        .references(
            "https://attack.mitre.org/techniques/T1562/007/",
            "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html")
        .falsePositives("Load balancers and other hosts that serve the public.")
        .runbook(
            "Ask the caller whether the hosts are meant to be open. If not, remove the permission.")
        .where(binding.onCall(SecurityGroupIngressAnywhere::demand))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    return FROM_ANYWHERE.test(CloudTrailCall.in(record).at("requestParameters"));
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(
        CloudTrailCall.in(record).title("opened a security group to every address"));
  }

  private static Condition demand(TrailBinding.Call call) {
    return call.field("eventName").is("AuthorizeSecurityGroupIngress");
  }
}
