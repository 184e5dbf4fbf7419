package io.streamalert.community.binaryalert;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/** BinaryAlert found a file that YARA rules match. */
public final class YaraMatch implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("binaryalert_yara_match")
      .description("A file matches YARA rules of BinaryAlert")
      .logs("binaryalert")
      .severity(Severity.HIGH)
      .attack("T1204.002")
      .references("https://github.com/airbnb/binaryalert")
      .falsePositives("YARA rules that are too wide, or that match tools of security teams.")
      .runbook("Look at which rules match and where the file came from. If it is malware, "
          + "isolate the hosts that have it.")
      .where(field("NumMatchedRules").isGreaterThan(0))
      .build();

  /** Makes the rule. */
  public YaraMatch() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public AlertDetails describe(LogRecord record, RuleContext context) {
    return AlertDetails.titled(
        "YARA rules match a file: " + record.at("NumMatchedRules").asText());
  }
}
