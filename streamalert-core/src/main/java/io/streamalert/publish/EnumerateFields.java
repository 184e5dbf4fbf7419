package io.streamalert.publish;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings all values to one level, under their paths, such as {@code a.b[0].c}, in the order of the
 * paths. Empty maps and lists vanish; of two values with one path the later one stays.
 */
final class EnumerateFields implements Publisher {

  @Override
  public Publication publish(Alert alert, Publication previous) {
    Map<String, FieldValue> flat = new TreeMap<>();
    addFields("", previous.toFields(), flat);
    return Publication.of(flat);
  }

  private static void addFields(
      String path, Map<String, FieldValue> fields, Map<String, FieldValue> flat) {
    String start = path.isEmpty() ? "" : path + ".";
    fields.forEach((key, value) -> add(start + key, value, flat));
  }

  private static void add(String path, FieldValue value, Map<String, FieldValue> flat) {
    switch (value.kind()) {
      case MAP -> addFields(path, value.fields(), flat);
      case LIST -> addElements(path, value.elements(), flat);
      default -> flat.put(path, value);
    }
  }

  private static void addElements(
      String path, List<FieldValue> elements, Map<String, FieldValue> flat) {
    for (int index = 0; index < elements.size(); index++) {
      add(path + "[" + index + "]", elements.get(index), flat);
    }
  }
}
