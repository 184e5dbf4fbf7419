package io.streamalert.community.cloudtrail;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** AWS Config started to mend a resource by itself. */
public final class ConfigAutoRemediation implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("config_auto_remediation")
      .description("AWS Config started an automatic remediation")
      .logs("cloudtrail:events")
      .severity(Severity.LOW)
      .references("https://docs.aws.amazon.com/config/latest/developerguide/remediation.html")
      .falsePositives("Remediations that are part of daily work.")
      .runbook(
          "Look at which resource is mended and who broke it. Stop the execution if it does harm.")
      .matchers(AwsConfig.AUTO_REMEDIATION)
      .build();

  /** Makes the rule. */
  public ConfigAutoRemediation() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    String document = record.at("requestParameters", "documentName").textOr("a document");
    return AlertDetails.titled("AWS Config started a remediation by " + document);
  }
}
