package io.streamalert.testkit.mutation;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value that holds no other values.
 *
 * @param outer the way to the map or list that it is in, or null for the top
 * @param key its key in a map, or null in a list
 * @param index its place in a list
 */
record LeafPath(@Nullable LeafPath outer, @Nullable String key, int index) {

  private static final FieldValue EMPTY_MAP = FieldValue.map(Map.of());

  /** The ways to all leaves, empty maps and lists among them. */
  static List<LeafPath> leaves(FieldValue root) {
    List<LeafPath> leaves = new ArrayList<>();
    collect(root, null, leaves);
    return leaves;
  }

  private static void collect(FieldValue value, @Nullable LeafPath path, List<LeafPath> leaves) {
    if (value.fields().isEmpty() && value.elements().isEmpty()) {
      if (path != null) {
        leaves.add(path);
      }
      return;
    }
    value.fields().forEach((key, inner) -> collect(inner, new LeafPath(path, key, 0), leaves));
    for (int i = 0; i < value.elements().size(); i++) {
      collect(value.elements().get(i), new LeafPath(path, null, i), leaves);
    }
  }

  FieldValue in(FieldValue root) {
    FieldValue container = outer == null ? root : outer.in(root);
    if (key != null) {
      return container.at(key);
    }
    List<FieldValue> elements = container.elements();
    return index < elements.size() ? elements.get(index) : FieldValue.missing();
  }

  /** The root with another value here; a missing one takes the field away. */
  FieldValue set(FieldValue root, FieldValue value) {
    FieldValue container = outer == null ? root : outer.in(root);
    FieldValue changed = key != null ? field(container, key, value) : element(container, value);
    return outer == null ? changed : outer.set(root, changed);
  }

  private static FieldValue field(FieldValue container, String key, FieldValue value) {
    FieldValue map = container.kind() == Kind.MAP ? container : EMPTY_MAP;
    if (value.exists()) {
      return map.with(key, value);
    }
    Map<String, FieldValue> fewer = new LinkedHashMap<>(map.fields());
    fewer.remove(key);
    return FieldValue.map(fewer);
  }

  private FieldValue element(FieldValue container, FieldValue value) {
    List<FieldValue> elements = new ArrayList<>(container.elements());
    if (index < elements.size()) {
      elements.remove(index);
    }
    if (value.exists()) {
      elements.add(Math.min(index, elements.size()), value);
    }
    return FieldValue.list(elements);
  }

  /** The way for people, such as {@code items[2].group}. */
  @Override
  public String toString() {
    if (key == null) {
      return (outer == null ? "" : outer) + "[" + index + "]";
    }
    return outer == null ? key : outer + "." + key;
  }
}
