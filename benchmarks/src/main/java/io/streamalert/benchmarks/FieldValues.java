package io.streamalert.benchmarks;

import io.streamalert.benchmarks.Workload.Event;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What values the fields of the workload have, by log type. Not thread-safe. */
final class FieldValues {

  private static final int EVENTS = 20_000;

  private final Map<String, List<FieldValue>> recordsByType = new HashMap<>();
  private final Map<List<String>, Map<String, Integer>> counts = new HashMap<>();

  FieldValues() {
    Workload workload = new Workload(Workload.SEED);
    JsonReader reader = new JsonReader();
    for (int i = 0; i < EVENTS; i++) {
      Event event = workload.next();
      FieldValue log = reader.read(event.payload()).orElseThrow();
      List<FieldValue> records = log.at(Work.RECORDS).elements();
      recordsByType
          .computeIfAbsent(event.logType(), type -> new ArrayList<>())
          .add(records.isEmpty() ? log : records.get(0));
    }
  }

  /** Some records of a type; none where the workload has none. */
  List<FieldValue> records(String type) {
    return recordsByType.getOrDefault(type, List.of());
  }

  /** The texts that a field has, in alphabetical order, and how often. */
  Map<String, Integer> counts(String type, List<String> path) {
    List<String> key = new ArrayList<>(path);
    key.add(type);
    return counts.computeIfAbsent(key, any -> {
      Map<String, Integer> found = new TreeMap<>();
      records(type).stream()
          .flatMap(record -> record.at(path.toArray(String[]::new)).asString().stream())
          .forEach(text -> found.merge(text, 1, Integer::sum));
      return found;
    });
  }
}
