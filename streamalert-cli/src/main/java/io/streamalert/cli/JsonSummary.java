package io.streamalert.cli;

import io.streamalert.event.BatchSummary;
import io.streamalert.local.Ledger;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Tells a program what became of the inputs. */
final class JsonSummary {

  private JsonSummary() {}

  static String json(Ledger ledger, Tally tally) {
    Map<String, Object> fields = new LinkedHashMap<>();
    addCounts(ledger.summary(), fields);
    fields.put("seconds", HumanSummary.seconds(ledger.elapsed()));
    Map<String, Long> records = new TreeMap<>();
    ledger.summary().recordsByLogType().forEach((type, count) -> records.put(type.name(), count));
    fields.put("records_by_type", records);
    fields.put("alerts_by_rule", tally.alertsByRule);
    fields.put("failures_by_rule", new TreeMap<>(ledger.summary().failuresByRule()));
    fields.put(
        "unreadable_inputs",
        ledger.unreadable().stream().map(JsonSummary::unreadable).toList());
    return FieldValue.of(fields).toJson();
  }

  private static Map<String, Object> unreadable(UnreadableInput input) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", input.name());
    fields.put("reason", input.reason());
    return fields;
  }

  private static void addCounts(BatchSummary summary, Map<String, Object> fields) {
    fields.put("raw_logs", summary.rawLogs());
    fields.put("classified", summary.classified());
    fields.put("dead_letters", summary.deadLetters());
    fields.put("rejected_records", summary.rejectedRecords());
    fields.put("blank_lines", summary.blankLines());
    fields.put("records", summary.records());
    fields.put("alerts", summary.alerts());
    fields.put("rule_failures", summary.ruleFailures());
    fields.put("unchecked_records", summary.uncheckedRecords());
    fields.put("bytes", summary.bytes());
  }
}
