package io.streamalert.community.onelogin;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;

/**
 * An example of threat intelligence, switched off: OneLogin was used from an address that is known
 * to be bad.
 */
public final class ThreatIntelExample implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("onelogin_events_threat_intel_example")
      .description("Example of threat intelligence: OneLogin was used from a known bad address")
      .logs("onelogin:events")
      .severity(Severity.LOW)
      .references("https://developers.onelogin.com/api-docs/1/events/event-types")
      .falsePositives("Everything: this is an example.")
      .runbook("Remove the example, or adapt it.")
      .where(field(LogRecord.INDICATORS_KEY, "ip").exists())
      .disabled()
      .build();

  /** Makes the rule. */
  public ThreatIntelExample() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }
}
