package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Finds keys anywhere in a record, outermost first: breadth-first through maps and lists, in their
 * order, but not through the normalised values.
 */
final class FirstValues {

  private FirstValues() {}

  /** The first value of each key; {@link FieldValue#missing()} for one that is nowhere. */
  static List<FieldValue> of(FieldValue record, List<String> keys) {
    Map<String, FieldValue> found = new HashMap<>();
    Queue<FieldValue> containers = new ArrayDeque<>();
    containers.add(record);
    for (FieldValue next = record; next != null; next = containers.peek()) {
      containers.remove();
      note(next, keys, found);
      if (found.size() == keys.size()) {
        break;
      }
      addContainers(next, containers);
    }
    List<FieldValue> values = new ArrayList<>(keys.size());
    keys.forEach(key -> values.add(found.getOrDefault(key, FieldValue.missing())));
    return values;
  }

  private static void note(FieldValue container, List<String> keys, Map<String, FieldValue> found) {
    for (String key : keys) {
      FieldValue value = container.at(key);
      if (value.exists()) {
        found.putIfAbsent(key, value);
      }
    }
  }

  private static void addContainers(FieldValue container, Collection<FieldValue> containers) {
    container.elements().forEach(element -> addIfContainer(element, containers));
    container.fields().forEach((key, value) -> {
      if (!key.equals(LogRecord.NORMALIZATION_KEY)) {
        addIfContainer(value, containers);
      }
    });
  }

  private static void addIfContainer(FieldValue value, Collection<FieldValue> containers) {
    if (value.kind() == Kind.MAP || value.kind() == Kind.LIST) {
      containers.add(value);
    }
  }
}
