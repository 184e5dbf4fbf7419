package io.streamalert.publish;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Keeps the fields that the alert's context names, wherever they are, each as the list of all values
 * found; whatever else there was is gone.
 */
final class PopulateFields implements Publisher {

  private static final String KEY = "populate_fields";

  @Override
  public Publication publish(Alert alert, Publication previous) {
    Map<String, FieldValue> found = new LinkedHashMap<>();
    for (String name : ContextTexts.of(alert, KEY)) {
      found.put(name, FieldValue.list(find(name, FieldValue.map(previous.toFields()))));
    }
    return Publication.of(found);
  }

  /** The values of a key from the outermost in. What was found is searched too, normalised values are not. */
  private static List<FieldValue> find(String name, FieldValue root) {
    List<FieldValue> found = new ArrayList<>();
    Queue<FieldValue> open = new ArrayDeque<>(List.of(root));
    for (FieldValue value = open.poll(); value != null; value = open.poll()) {
      open.addAll(value.elements());
      FieldValue hit = value.at(name);
      if (hit.exists()) {
        found.add(hit);
      }
      value.fields().forEach((key, field) -> {
        if (!key.equals(LogRecord.NORMALIZATION_KEY)) {
          open.add(field);
        }
      });
    }
    return found;
  }
}
