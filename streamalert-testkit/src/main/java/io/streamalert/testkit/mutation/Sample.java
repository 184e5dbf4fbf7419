package io.streamalert.testkit.mutation;

import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogRecord;
import java.util.Objects;

/**
 * A record of which a test says whether a rule triggers on it. Immutable.
 *
 * @param record the record
 * @param triggers whether the rule triggers on it
 * @param tables the lookup tables that the rule sees then
 */
public record Sample(LogRecord record, boolean triggers, LookupTables tables) {

  /**
   * Checks the parts.
   *
   * @param record the record
   * @param triggers whether the rule triggers on it
   * @param tables the lookup tables
   */
  public Sample {
    Objects.requireNonNull(record, "record");
    Objects.requireNonNull(tables, "tables");
  }
}
