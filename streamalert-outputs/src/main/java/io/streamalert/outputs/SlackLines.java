package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A value as lines that Slack shows well, one for each field, with a tab for each level. */
final class SlackLines {

  private final StringBuilder lines = new StringBuilder();
  private final int enough;

  private SlackLines(int enough) {
    this.enough = enough;
  }

  /** The lines, of which those that come after so many characters may be missing. */
  static String of(FieldValue value, int enough) {
    SlackLines lines = new SlackLines(enough);
    if (holdsAnything(value)) {
      lines.addContent(value, 0);
      return lines.lines.toString();
    }
    return value.kind() == Kind.MAP ? "" : Texts.cut(value.asText(), enough);
  }

  private void addContent(FieldValue value, int level) {
    for (Map.Entry<String, FieldValue> field : new TreeMap<>(value.fields()).entrySet()) {
      add("*" + Texts.cut(field.getKey(), enough) + ":*", field.getValue(), level);
    }
    List<FieldValue> elements = value.elements();
    for (int index = 0; index < elements.size() && lines.length() < enough; index++) {
      add("*[" + (index + 1) + "]*", elements.get(index), level);
    }
  }

  private void add(String name, FieldValue value, int level) {
    if (lines.length() >= enough) {
      return;
    }
    lines.append(lines.isEmpty() ? "" : "\n").append("\t".repeat(level)).append(name);
    if (holdsAnything(value)) {
      addContent(value, level + 1);
    } else {
      lines.append(' ').append(Texts.cut(value.asText(), enough));
    }
  }

  private static boolean holdsAnything(FieldValue value) {
    return !value.fields().isEmpty() || !value.elements().isEmpty();
  }
}
