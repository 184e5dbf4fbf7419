package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The type that fits all values of a field, in the form of a schema file. */
final class DraftType {

  /** Deeper maps are taken as they are. A configuration file may nest 100 levels deep. */
  private static final int MAX_DEPTH = 20;

  /** One map may have its keys by chance. */
  private static final int LEAST_MAPS = 2;

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern FLOAT = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,17}");

  private DraftType() {}

  /** The type of JSON values. Null tells nothing. */
  static FieldValue of(List<FieldValue> values) {
    return of(values, 0);
  }

  private static FieldValue of(List<FieldValue> values, int depth) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    values.forEach(value -> kinds.add(value.kind()));
    if (kinds.equals(EnumSet.of(Kind.MAP))) {
      return ofMaps(values, depth);
    }
    kinds.remove(Kind.NULL);
    if (kinds.equals(EnumSet.of(Kind.LIST))) {
      return FieldValue.list(List.of());
    }
    return kinds.contains(Kind.LIST) || kinds.contains(Kind.MAP)
        ? FieldValue.map(Map.of())
        : FieldValue.of(word(kinds));
  }

  private static String word(Set<Kind> kinds) {
    if (kinds.equals(EnumSet.of(Kind.INTEGER))) {
      return "integer";
    }
    if (kinds.equals(EnumSet.of(Kind.BOOLEAN))) {
      return "boolean";
    }
    boolean numbers =
        kinds.contains(Kind.FLOAT) && EnumSet.of(Kind.FLOAT, Kind.INTEGER).containsAll(kinds);
    return numbers ? "float" : "string";
  }

  /** Nested keys are exact, so they are written only where they never differ. */
  private static FieldValue ofMaps(List<FieldValue> maps, int depth) {
    Set<String> keys = maps.get(0).fields().keySet();
    Map<String, FieldValue> types = new LinkedHashMap<>();
    if (maps.size() >= LEAST_MAPS
        && depth < MAX_DEPTH
        && maps.stream().allMatch(map -> map.fields().keySet().equals(keys))) {
      keys.forEach(key ->
          types.put(key, of(maps.stream().map(map -> map.at(key)).toList(), depth + 1)));
    }
    return FieldValue.map(types);
  }

  /** The type of values that were cut out of text. Those that are empty tell nothing. */
  static FieldValue ofTexts(List<FieldValue> values) {
    List<String> texts =
        values.stream().map(FieldValue::asText).filter(t -> !t.isEmpty()).toList();
    if (texts.isEmpty()) {
      return FieldValue.of("string");
    }
    if (texts.stream().allMatch(text -> INTEGER.matcher(text).matches())) {
      return FieldValue.of("integer");
    }
    boolean numbers = texts.stream()
        .allMatch(text -> INTEGER.matcher(text).matches() || FLOAT.matcher(text).matches());
    return FieldValue.of(numbers ? "float" : "string");
  }
}
