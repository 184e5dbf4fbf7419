package io.streamalert.community.fleet;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * An example, switched off: a query of your own found a bad action. A result that does not say
 * counts as one.
 */
public final class BadAction implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("fleet_bad_action")
      .description("Example: somebody carried out a bad action")
      .logs("fleet:results")
      .severity(Severity.LOW)
      .references("https://fleetdm.com/docs/using-fleet/osquery-process")
      .falsePositives("Everything: this is an example.")
      .runbook("Adapt the example to a query of your own.")
      .disabled()
      .build();

  /** Makes the rule. */
  public BadAction() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    FieldValue columns = record.at("columns");
    FieldValue action = columns.at("bad_action");
    return columns.kind() == FieldValue.Kind.MAP && (action.is("1") || !action.exists());
  }
}
