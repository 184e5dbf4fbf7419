package io.streamalert.normalize;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Normalization written down as plainly as can be, over plain maps: B-NRM-2 to 7 and 11. */
final class NaiveNormalizer {

  private NaiveNormalizer() {}

  /** What stands under the normalization key. */
  static Map<String, Object> normalize(Map<?, ?> types, Object record, String recordId) {
    Map<String, Object> result = new LinkedHashMap<>();
    types.forEach((type, parameters) -> {
      List<Object> entries = new ArrayList<>();
      for (Map<?, ?> parameter : parameters((List<?>) parameters)) {
        Object found = find(parameter.get("path"), record);
        if (found != null && holds(parameter.get("condition"), record)) {
          entries.add(entry(parameter, found));
        }
      }
      if (!entries.isEmpty()) {
        result.put((String) type, entries);
      }
    });
    if (!result.isEmpty()) {
      result.put("streamalert_record_id", recordId);
    }
    return result;
  }

  /** The artifacts as function, type and value. */
  static List<List<String>> artifacts(Map<String, Object> normalized) {
    List<List<String>> artifacts = new ArrayList<>();
    normalized.forEach((type, entries) -> {
      if (!type.equals("streamalert_record_id")) {
        for (Object entry : (List<?>) entries) {
          Map<?, ?> fields = (Map<?, ?>) entry;
          if (!Boolean.FALSE.equals(fields.get("send_to_artifacts"))) {
            ((List<?>) fields.get("values"))
                .forEach(value ->
                    artifacts.add(List.of(text(fields.get("function")), type, text(value))));
          }
        }
      }
    });
    return artifacts;
  }

  private static List<Map<?, ?>> parameters(List<?> written) {
    List<Map<?, ?>> parameters = new ArrayList<>();
    if (written.stream().allMatch(String.class::isInstance)) {
      parameters.add(Map.of("path", written));
    } else {
      written.forEach(map -> parameters.add((Map<?, ?>) map));
    }
    return parameters;
  }

  private static @Nullable Object find(@Nullable Object path, Object record) {
    Object value = record;
    for (Object key : (List<?>) path) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
      if (isFalsy(value)) {
        return null;
      }
    }
    return value == record ? null : value;
  }

  private static boolean isFalsy(@Nullable Object value) {
    return value == null
        || value.equals(false)
        || value.equals("")
        || value.equals(List.of())
        || value.equals(Map.of())
        || (value instanceof Number number && number.doubleValue() == 0);
  }

  private static Map<String, Object> entry(Map<?, ?> parameter, Object found) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("function", parameter.get("function"));
    entry.put("values", found instanceof List ? found : List.of(text(found)));
    if (Boolean.FALSE.equals(parameter.get("send_to_artifacts"))) {
      entry.put("send_to_artifacts", false);
    }
    return entry;
  }

  private static boolean holds(@Nullable Object condition, Object record) {
    if (condition == null) {
      return true;
    }
    Map<?, ?> fields = (Map<?, ?>) condition;
    Object found = find(fields.get("path"), record);
    if (found == null) {
      return false;
    }
    String value = text(found).toLowerCase(Locale.ROOT);
    if (!isFalsy(fields.get("is"))) {
      return value.equals(fields.get("is"));
    } else if (!isFalsy(fields.get("is_not"))) {
      return !value.equals(fields.get("is_not"));
    } else if (!isFalsy(fields.get("in"))) {
      return isIn(value, fields.get("in"));
    } else if (!isFalsy(fields.get("not_in"))) {
      return !isIn(value, fields.get("not_in"));
    } else if (!isFalsy(fields.get("contains"))) {
      return value.contains((String) fields.get("contains"));
    } else if (!isFalsy(fields.get("not_contains"))) {
      return !value.contains((String) fields.get("not_contains"));
    }
    return false;
  }

  private static boolean isIn(String value, Object wanted) {
    return wanted instanceof List<?> list
        ? list.contains(value)
        : ((String) wanted).contains(value);
  }

  /** The text form has tests and an oracle of its own. */
  private static String text(@Nullable Object value) {
    return FieldValue.of(value).asText();
  }
}
