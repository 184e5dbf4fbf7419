package io.streamalert.community.cloudtrail;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** AWS Config started to mend a resource by itself. */
public final class ConfigAutoRemediation implements Rule {

  private final RuleSpec spec;

  /** Makes the rule as StreamAlert 3.5 has it. */
  public ConfigAutoRemediation() {
    this(TrailBinding.STRICT);
  }

  /**
   * Makes the rule.
   *
   * @param binding the logs to look at
   */
  public ConfigAutoRemediation(TrailBinding binding) {
    this.spec = RuleSpec.named("config_auto_remediation")
        .description("AWS Config started an automatic remediation")
        .logs(binding.records())
        .severity(Severity.LOW)
        .references("https://docs.aws.amazon.com/config/latest/developerguide/remediation.html")
        .falsePositives("Remediations that are part of daily work.")
        .runbook(
            "Look at which resource is mended and who broke it. Stop the execution if it does harm.")
        .matchers(AwsConfig.AUTO_REMEDIATION)
        .build();
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    String document = record.at("requestParameters", "documentName").textOr("a document");
    return AlertDetails.titled("AWS Config started a remediation by " + document);
  }
}
