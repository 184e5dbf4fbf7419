package io.streamalert.community;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.RuleSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sample of a rule's log type with some fields changed, and what the rule makes of it.
 *
 * @param rule the rule's name
 * @param fields the fields that differ from the sample; a missing one is taken away
 * @param title the title of the alert, or empty for no alert
 */
record RuleCase(String rule, Map<String, FieldValue> fields, Optional<String> title) {

  /** The table that one rule asks. */
  static final LookupTables TABLES = LookupTables.builder()
      .add(
          "dynamo-backed-table",
          LookupTable.of(Map.of("duo_blacklisted_browsers", List.of("Netscape", ""))))
      .build();

  boolean triggers() {
    return title.isPresent();
  }

  /** The record; a rule for all types is tried on osquery's. */
  LogRecord record(RuleSpec spec) {
    LogType type = spec.logs().stream().findFirst().orElse(LogType.of("osquery:differential"));
    LogRecord record = Samples.alone(type, Samples.of(type)).records().get(0);
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      record = field.getValue().exists()
          ? record.with(field.getKey(), field.getValue())
          : record.without(field.getKey());
    }
    return record;
  }

  @Override
  public String toString() {
    return rule + " " + FieldValue.map(fields).toJson();
  }
}
