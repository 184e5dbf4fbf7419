package io.streamalert.community.duo;

import static io.streamalert.condition.Condition.field;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;

/**
 * An example of a lookup table, not for use as it is: a sign-in by one of the browsers that the
 * table lists.
 */
public final class LookupTablesExample implements Rule {

  private static final RuleSpec SPEC = RuleSpec.named("duo_lookup_tables_example")
      .description("Example of lookup tables: a sign-in by a listed browser")
      .logs("duo:authentication")
      .severity(Severity.LOW)
      .references("https://duo.com/docs/adminapi#authentication-logs")
      .falsePositives("Everything: this is an example.")
      .runbook("Remove the example, or adapt it.")
      .where(field("access_device", "browser").exists())
      .build();

  /** Makes the rule. */
  public LookupTablesExample() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public boolean matches(LogRecord record, RuleContext context) {
    FieldValue browsers =
        context.table("dynamo-backed-table").get("duo_blacklisted_browsers", FieldValue.missing());
    return browsers.elements().contains(record.at("access_device", "browser"));
  }
}
