package io.streamalert.normalize;

import io.streamalert.record.FieldPaths;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Normalises the records of one log type. */
final class TypeNormalizer implements LogRecord.Derivation {

  private static final FieldValue NOTHING = FieldValue.map(Map.of());

  private final List<String> types = new ArrayList<>();
  private final List<List<NormalizationRule>> rules = new ArrayList<>();
  private final FieldPaths paths;
  private final Set<String> keys;
  private final boolean ascii;

  TypeNormalizer(Map<String, List<NormalizationRule>> byType) {
    byType.forEach((type, rulesOfType) -> {
      types.add(type);
      rules.add(rulesOfType);
    });
    Set<String> allKeys = new HashSet<>(types);
    allKeys.add(LogRecord.RECORD_ID_KEY);
    this.keys = Set.copyOf(allKeys);
    this.paths = FieldPaths.of(
        rules.stream().flatMap(List::stream).map(NormalizationRule::path).toList());
    this.ascii = Stream.concat(
            types.stream().map(FieldValue::of),
            rules.stream().flatMap(List::stream).flatMap(NormalizationRule::ownValues))
        .allMatch(FieldValue::isKnownAscii);
  }

  @Override
  public Set<String> keys() {
    return keys;
  }

  @Override
  public boolean isAscii() {
    return ascii;
  }

  /** Normalised types to their entries, and the record's id where there are any. */
  @Override
  public FieldValue derive(LogRecord record) {
    FieldValue[] found = paths.find(record.content());
    Map<String, FieldValue> result = new LinkedHashMap<>();
    int number = 0;
    for (int i = 0; i < types.size(); i++) {
      List<NormalizationRule> rulesOfType = rules.get(i);
      List<FieldValue> entries = entries(rulesOfType, record.content(), found, number);
      number += rulesOfType.size();
      if (!entries.isEmpty()) {
        result.put(types.get(i), FieldValue.list(entries));
      }
    }
    if (!result.isEmpty()) {
      // Hashing costs more than all of the rest, and few look at the id.
      result.put(
          LogRecord.RECORD_ID_KEY,
          FieldValue.lazy(() -> FieldValue.of(record.id().toString())));
    }
    return NOTHING.with(Collections.unmodifiableMap(result));
  }

  /** What the rules of one type find, of which most have one. */
  private static List<FieldValue> entries(
      List<NormalizationRule> rules, FieldValue content, FieldValue[] found, int first) {
    List<FieldValue> entries = List.of();
    for (int i = 0; i < rules.size(); i++) {
      FieldValue entry = rules.get(i).entry(content, found[first + i]).orElse(null);
      if (entry != null && rules.size() == 1) {
        return List.of(entry);
      }
      if (entry != null) {
        entries = entries.isEmpty() ? new ArrayList<>(rules.size()) : entries;
        entries.add(entry);
      }
    }
    return entries;
  }
}
