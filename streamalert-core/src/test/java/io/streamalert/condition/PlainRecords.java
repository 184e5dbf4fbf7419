package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes values of records out of Java values, in every way that values are held in memory. */
public final class PlainRecords {

  private PlainRecords() {}

  /** The record as it would be read, made in code, laid over another one, and worked out late. */
  public static List<FieldValue> inAllForms(Map<String, @Nullable Object> record) {
    FieldValue read = read(record);
    List<FieldValue> forms = new ArrayList<>(List.of(read, FieldValue.lazy(() -> read)));
    forms.add(FieldValue.map(Map.of("a", FieldValue.of("other"))).with(laidOver(record, read)));
    if (!hasNotANumber(record)) {
      // One made in code is the same as itself.
      forms.add(FieldValue.of(record));
    }
    return forms.stream().filter(form -> form.fields().size() == record.size()).toList();
  }

  private static Map<String, FieldValue> laidOver(
      Map<String, @Nullable Object> record, FieldValue read) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    record.keySet().forEach(key -> fields.put(key, read.at(key)));
    return fields;
  }

  private static boolean hasNotANumber(@Nullable Object value) {
    return value instanceof Map<?, ?> map
            && map.values().stream().anyMatch(PlainRecords::hasNotANumber)
        || value instanceof List<?> list && list.stream().anyMatch(PlainRecords::hasNotANumber)
        || value instanceof Double d && d.isNaN();
  }

  /** The record as it is when it was read from JSON. */
  public static FieldValue read(Map<String, @Nullable Object> record) {
    return FieldValue.parse(json(record));
  }

  private static String json(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(field -> json(field.getKey()) + ":" + json(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(PlainRecords::json).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? quoted(text) : String.valueOf(value);
  }

  /** Escapes only what must be: lone surrogates have no bytes. */
  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(c -> c < ' ' || c == '"' || c == '\\' || c > 0xd7ff && c < 0xe000
            ? String.format("\\u%04x", c)
            : Character.toString(c))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
