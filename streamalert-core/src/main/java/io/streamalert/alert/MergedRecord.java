package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The record of an alert that stands for several. {@code docs/alerts.md} describes its keys. */
final class MergedRecord {

  private static final FieldValue NOT_AVAILABLE = FieldValue.of("(n/a)");

  private final List<Alert> parts;
  private final List<String> keys;

  /**
   * Prepares the record.
   *
   * @param parts the alerts, the oldest first; at least one
   */
  MergedRecord(List<Alert> parts) {
    this.parts = parts;
    this.keys = parts.get(0).mergePolicy().keys().stream().distinct().toList();
  }

  FieldValue content() {
    List<FieldValue> records = cleaned();
    FieldValue common = RecordParts.common(records);
    List<String> labels = labels();
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("AlertCount", FieldValue.of(parts.size()));
    fields.put("AlertTimeFirst", FieldValue.of(time(0)));
    fields.put("AlertTimeLast", FieldValue.of(time(parts.size() - 1)));
    fields.put("MergedBy", mergedBy());
    fields.put("OtherCommonKeys", common);
    fields.put("ValueDiffs", differences(labels, records, common));
    if (parts.stream().map(this::source).distinct().count() > 1) {
      fields.put("PartSources", sources(labels));
    }
    return FieldValue.map(fields);
  }

  private String time(int part) {
    return Timestamps.text(parts.get(part).created());
  }

  /** The records without merge keys, and without normalised values, which no output sees. */
  private List<FieldValue> cleaned() {
    Set<String> dropped = new LinkedHashSet<>(keys);
    List<FieldValue> cleaned = new ArrayList<>(parts.size());
    for (Alert part : parts) {
      FieldValue record = part.record().without(LogRecord.NORMALIZATION_KEY).content();
      cleaned.add(RecordParts.without(record, dropped));
    }
    return cleaned;
  }

  private FieldValue mergedBy() {
    List<FieldValue> values = FirstValues.of(parts.get(0).record().content(), keys);
    Map<String, FieldValue> found = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      FieldValue value = values.get(i);
      found.put(keys.get(i), value.exists() ? value : NOT_AVAILABLE);
    }
    return FieldValue.map(found);
  }

  private static FieldValue differences(
      List<String> labels, List<FieldValue> records, FieldValue common) {
    Map<String, FieldValue> differences = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      differences.put(labels.get(i), RecordParts.difference(records.get(i), common));
    }
    return FieldValue.map(differences);
  }

  /** One label a part: its time, and a number behind it where parts have the same microsecond. */
  private List<String> labels() {
    Map<String, Integer> seen = new HashMap<>();
    List<String> labels = new ArrayList<>(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      int number = seen.merge(time(i), 1, Integer::sum);
      labels.add(number == 1 ? time(i) : time(i) + " (" + number + ")");
    }
    return labels;
  }

  private FieldValue sources(List<String> labels) {
    Map<String, FieldValue> sources = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      sources.put(labels.get(i), source(parts.get(i)));
    }
    return FieldValue.map(sources);
  }

  private FieldValue source(Alert part) {
    LogRecord record = part.record();
    Map<String, String> source = new LinkedHashMap<>();
    source.put("cluster", record.cluster().orElse(""));
    source.put("log_source", record.type().name());
    source.put("log_type", record.parser());
    source.put("source_entity", record.source().resource());
    source.put("source_service", record.source().service());
    return FieldValue.of(source);
  }
}
