package io.streamalert.config;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of records in order of first sight, with all values of each. */
final class DraftFields {

  private final Map<String, List<FieldValue>> values = new LinkedHashMap<>();
  private final int records;

  private DraftFields(int records) {
    this.records = records;
  }

  static DraftFields of(List<FieldValue> records) {
    DraftFields fields = new DraftFields(records.size());
    records.forEach(record -> record
        .fields()
        .forEach((key, value) ->
            fields.values.computeIfAbsent(key, k -> new ArrayList<>()).add(value)));
    return fields;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The type of each field, as a schema file has it. */
  FieldValue types() {
    Map<String, FieldValue> types = new LinkedHashMap<>();
    values.forEach((key, seen) -> types.put(key, DraftType.of(seen)));
    return FieldValue.map(types);
  }

  /** The keys that some records lack. */
  List<String> optional() {
    return values.entrySet().stream()
        .filter(field -> field.getValue().size() < records)
        .map(Map.Entry::getKey)
        .toList();
  }
}
