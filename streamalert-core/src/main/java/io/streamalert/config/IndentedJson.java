package io.streamalert.config;

import io.streamalert.record.FieldValue;
import java.util.Map;

/** Writes JSON as a person writes a configuration file. */
final class IndentedJson {

  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();

  private IndentedJson() {}

  static String of(FieldValue value) {
    IndentedJson json = new IndentedJson();
    json.append(value, "");
    return json.out.toString();
  }

  /** Empty maps and lists, and all that is neither, stay on their line. */
  private void append(FieldValue value, String indent) {
    if (!value.fields().isEmpty()) {
      appendMap(value.fields(), indent);
    } else if (!value.elements().isEmpty()) {
      appendList(value, indent);
    } else {
      out.append(value.toJson());
    }
  }

  private void appendMap(Map<String, FieldValue> fields, String indent) {
    String separator = "{\n";
    for (Map.Entry<String, FieldValue> field : fields.entrySet()) {
      String key = FieldValue.of(field.getKey()).toJson();
      out.append(separator).append(indent).append(STEP).append(key).append(": ");
      append(field.getValue(), indent + STEP);
      separator = ",\n";
    }
    out.append('\n').append(indent).append('}');
  }

  private void appendList(FieldValue list, String indent) {
    String separator = "[\n";
    for (FieldValue element : list.elements()) {
      out.append(separator).append(indent).append(STEP);
      append(element, indent + STEP);
      separator = ",\n";
    }
    out.append('\n').append(indent).append(']');
  }
}
