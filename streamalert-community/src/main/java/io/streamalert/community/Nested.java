package io.streamalert.community;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Looks for values at any depth of maps and lists. A found value is searched too; what normalization
 * added is not. Thread-safe, as it holds nothing.
 */
public final class Nested {

  private Nested() {}

  /**
   * The values that some key has, wherever it stands.
   *
   * @param data where to look
   * @param key the key
   * @return its values, those that are nested less deeply first
   */
  public static List<FieldValue> valuesOf(FieldValue data, String key) {
    List<FieldValue> found = new ArrayList<>();
    Deque<FieldValue> open = new ArrayDeque<>(List.of(data));
    while (!open.isEmpty()) {
      FieldValue value = open.remove();
      open.addAll(value.elements());
      value.fields().forEach((name, inner) -> {
        if (name.equals(key)) {
          found.add(inner);
        }
        if (!name.equals(LogRecord.NORMALIZATION_KEY)) {
          open.add(inner);
        }
      });
    }
    return found;
  }

  /**
   * Whether some text in the data has one of these parts. The data is read in its order, and a number
   * or {@code true} before such a text ends the search, as in StreamAlert 3.5.
   *
   * @param data where to look
   * @param parts the parts; case counts
   * @return true if one is found
   */
  public static boolean hasTextWith(FieldValue data, Collection<String> parts) {
    Deque<FieldValue> open = new ArrayDeque<>(List.of(data));
    while (!open.isEmpty()) {
      FieldValue value = open.pop();
      if (parts.stream().anyMatch(value::contains)) {
        return true;
      }
      List<FieldValue> inner = new ArrayList<>(value.elements());
      inner.addAll(value.fields().values());
      if (inner.isEmpty() && value.isTruthy() && value.asString().isEmpty()) {
        return false;
      }
      Collections.reverse(inner);
      inner.forEach(open::push);
    }
    return false;
  }
}
