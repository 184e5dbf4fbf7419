package io.streamalert.rule;

import io.streamalert.alert.OutputId;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** What all rules of an engine share. */
record RunParts(
    Clock clock,
    LongSupplier ticker,
    LookupTables tables,
    RuleStaging staging,
    Set<OutputId> requiredOutputs) {

  RuleContext context(Map<String, FieldValue> initial) {
    return new RuleContext(clock, tables, initial);
  }

  /** A rule keeps the staging that it had under its former name. */
  boolean isStaged(RuleSpec spec) {
    return staging.isStaged(spec.name())
        || spec.formerName().map(staging::isStaged).orElse(false);
  }
}
