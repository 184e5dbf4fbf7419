package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON for people: two spaces for each level, keys in the order of the alphabet. */
final class PrettyJson {

  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();

  private PrettyJson() {}

  static String of(FieldValue value) {
    PrettyJson json = new PrettyJson();
    json.add(value, "\n");
    return json.out.toString();
  }

  /** As much of a value as there is room for, in so many characters. */
  static String fitted(int most, FieldValue value) {
    String json = of(Fitted.into(most, value));
    for (int bytes = most / 2; json.length() > most && bytes > 0; bytes /= 2) {
      json = of(Fitted.into(bytes, value));
    }
    return json;
  }

  private void add(FieldValue value, String line) {
    if (value.kind() == Kind.MAP && !value.fields().isEmpty()) {
      addFields(value.fields(), line);
    } else if (value.kind() == Kind.LIST && !value.elements().isEmpty()) {
      addElements(value.elements(), line);
    } else {
      out.append(value.toJson());
    }
  }

  private void addFields(Map<String, FieldValue> fields, String line) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, FieldValue> field : new TreeMap<>(fields).entrySet()) {
      out.append(separator)
          .append(line)
          .append(STEP)
          .append(FieldValue.of(field.getKey()).toJson())
          .append(": ");
      add(field.getValue(), line + STEP);
      separator = ",";
    }
    out.append(line).append('}');
  }

  private void addElements(List<FieldValue> elements, String line) {
    out.append('[');
    for (Iterator<FieldValue> each = elements.iterator(); each.hasNext(); ) {
      out.append(line).append(STEP);
      add(each.next(), line + STEP);
      out.append(each.hasNext() ? "," : "");
    }
    out.append(line).append(']');
  }
}
