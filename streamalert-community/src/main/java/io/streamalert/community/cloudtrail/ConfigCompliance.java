package io.streamalert.community.cloudtrail;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** AWS Config found a resource that breaks one of its rules. */
public final class ConfigCompliance implements Rule {

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public ConfigCompliance() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public ConfigCompliance(TrailBinding binding) {
    this.spec = RuleSpec.named("config_compliance")
        .description("AWS Config reports a resource that is not compliant")
        .logs(binding.records())
        .severity(Severity.MEDIUM)
        .references("https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config.html")
        .falsePositives("Rules of AWS Config that are known to be noisy.")
        .runbook("Look at the resource and the rule in AWS Config. Mend the resource, or record "
            + "why it is an exception.")
        .matchers(AwsConfig.COMPLIANCE)
        .where(field("requestParameters", "evaluations")
            .anyElement(field("complianceType").is("NON_COMPLIANT")))
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    String rule = record.at("additionalEventData", "configRuleName").textOr("a rule");
    return AlertDetails.titled("AWS Config: a resource breaks " + rule);
  }
}
