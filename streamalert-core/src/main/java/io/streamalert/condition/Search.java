package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogRecord;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Finds a key wherever it is in maps and lists, level by level, as the helpers of StreamAlert 3.5
 * do: a value that was found is searched too, and normalised values are not. Used once.
 */
final class Search {

  private final String key;
  private final Queue<Place> containers = new ArrayDeque<>();

  Search(Place whole, String key) {
    this.key = key;
    containers.add(whole);
  }

  /** The next place where the key is, be it with null; null after the last. */
  @Nullable
  Place next() {
    for (Place place = containers.poll(); place != null; place = containers.poll()) {
      addChildren(place);
      FieldValue found = place.value().at(key);
      if (found.exists()) {
        return place.then(key, found);
      }
    }
    return null;
  }

  private void addChildren(Place place) {
    if (place.value().kind() == Kind.MAP) {
      for (Map.Entry<String, FieldValue> field : place.value().fields().entrySet()) {
        if (isContainer(field.getValue()) && !field.getKey().equals(LogRecord.NORMALIZATION_KEY)) {
          containers.add(place.then(field.getKey(), field.getValue()));
        }
      }
      return;
    }
    List<FieldValue> elements = place.value().elements();
    for (int i = 0; i < elements.size(); i++) {
      FieldValue element = elements.get(i);
      if (isContainer(element)) {
        containers.add(place.then(i, element));
      }
    }
  }

  private static boolean isContainer(FieldValue value) {
    return value.kind() == Kind.MAP || value.kind() == Kind.LIST;
  }
}
