package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several records have in common, and what is left of each. Lists are compared as a whole. */
final class RecordParts {

  private static final FieldValue NOTHING = FieldValue.map(Map.of());

  private RecordParts() {}

  /** The value without some keys, in maps of maps too, but not in maps inside lists. */
  static FieldValue without(FieldValue value, Set<String> keys) {
    if (value.kind() != Kind.MAP) {
      return value;
    }
    Map<String, FieldValue> kept = new LinkedHashMap<>();
    value.fields().forEach((key, field) -> {
      if (!keys.contains(key)) {
        kept.put(key, without(field, keys));
      }
    });
    return FieldValue.map(kept);
  }

  /** The common part of at least one value; an empty map if there is none. */
  static FieldValue common(List<FieldValue> values) {
    FieldValue common = commonOrMissing(values);
    return common.exists() ? common : NOTHING;
  }

  private static FieldValue commonOrMissing(List<FieldValue> values) {
    FieldValue first = values.get(0);
    if (values.stream().allMatch(first::equals)) {
      return first;
    }
    return values.stream().allMatch(RecordParts::isMap)
        ? commonFields(values)
        : FieldValue.missing();
  }

  private static FieldValue commonFields(List<FieldValue> maps) {
    Map<String, FieldValue> common = new LinkedHashMap<>();
    for (String key : maps.get(0).fields().keySet()) {
      List<FieldValue> values = maps.stream().map(map -> map.at(key)).toList();
      if (values.stream().allMatch(FieldValue::exists)) {
        FieldValue kept = commonOrMissing(values);
        if (kept.exists()) {
          common.put(key, kept);
        }
      }
    }
    return common.isEmpty() ? FieldValue.missing() : FieldValue.map(common);
  }

  /** What a value has beyond the common part; an empty map if nothing. */
  static FieldValue difference(FieldValue value, FieldValue common) {
    if (value.equals(common)) {
      return NOTHING;
    }
    if (!isMap(value) || !isMap(common)) {
      return value;
    }
    Map<String, FieldValue> left = new LinkedHashMap<>();
    value.fields().forEach((key, field) -> {
      FieldValue shared = common.at(key);
      if (!shared.exists()) {
        left.put(key, field);
      } else if (!field.equals(shared)) {
        left.put(key, difference(field, shared));
      }
    });
    return FieldValue.map(left);
  }

  private static boolean isMap(FieldValue value) {
    return value.kind() == Kind.MAP;
  }
}
