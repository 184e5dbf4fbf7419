package io.streamalert.normalize;

import io.streamalert.record.FieldPaths;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Normalises the records of one log type. */
final class TypeNormalizer {

  private final List<String> types = new ArrayList<>();
  private final List<List<NormalizationRule>> rules = new ArrayList<>();
  private final FieldPaths paths;

  TypeNormalizer(Map<String, List<NormalizationRule>> byType) {
    byType.forEach((type, rulesOfType) -> {
      types.add(type);
      rules.add(rulesOfType);
    });
    this.paths = FieldPaths.of(
        rules.stream().flatMap(List::stream).map(NormalizationRule::path).toList());
  }

  /** Normalised types to their entries, and the record's id where there are any. */
  FieldValue normalize(LogRecord record) {
    FieldValue[] found = paths.find(record.content());
    Map<String, FieldValue> result = new LinkedHashMap<>();
    int number = 0;
    for (int i = 0; i < types.size(); i++) {
      List<FieldValue> entries = new ArrayList<>(rules.get(i).size());
      for (NormalizationRule rule : rules.get(i)) {
        rule.entry(record.content(), found[number++]).ifPresent(entries::add);
      }
      if (!entries.isEmpty()) {
        result.put(types.get(i), FieldValue.list(entries));
      }
    }
    if (!result.isEmpty()) {
      result.put(LogRecord.RECORD_ID_KEY, FieldValue.of(record.id().toString()));
    }
    return FieldValue.map(result);
  }
}
