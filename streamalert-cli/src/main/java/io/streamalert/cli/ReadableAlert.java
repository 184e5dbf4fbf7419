package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogRecord;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi.Style;

/** An alert for a person who looks at a terminal: what, how bad, where, and enough of the record to know it again. */
final class ReadableAlert {

  private static final int MOST_FIELDS = 6;
  private static final int MOST_CHARACTERS = 60;
  private static final int MOST_OF_RUNBOOK = 200;

  private final boolean colour;

  ReadableAlert(boolean colour) {
    this.colour = colour;
  }

  String text(Alert alert) {
    LogRecord record = alert.record();
    StringBuilder text = new StringBuilder();
    text.append(styled(alert.severity().toString(), style(alert)))
        .append("  ")
        .append(styled(oneLine(alert.title()), Style.bold))
        .append('\n');
    line(text, "rule", alert.ruleName() + (alert.staged() ? " (staged)" : ""));
    line(text, "log", record.type() + " from " + record.source());
    line(text, "ATT&CK", String.join(", ", alert.attack()));
    line(text, "runbook", Text.cut(alert.runbook(), MOST_OF_RUNBOOK));
    line(
        text,
        "outputs",
        alert.outputs().stream().map(OutputId::toString).collect(Collectors.joining(", ")));
    line(text, "record", fields(record.content()));
    line(text, "triggered", alert.created() + ", alert id " + alert.id());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("  ")
          .append(name)
          .append(" ".repeat(11 - name.length()))
          .append(oneLine(value))
          .append('\n');
    }
  }

  /** The first fields that hold one short value. */
  private static String fields(FieldValue content) {
    return content.fields().entrySet().stream()
        .filter(field -> isShort(field.getValue()))
        .limit(MOST_FIELDS)
        .map(ReadableAlert::field)
        .collect(Collectors.joining(", "));
  }

  private static boolean isShort(FieldValue value) {
    Kind kind = value.kind();
    return (kind == Kind.STRING
            || kind == Kind.INTEGER
            || kind == Kind.FLOAT
            || kind == Kind.BOOLEAN)
        && !value.asText().isBlank()
        && value.asText().length() <= MOST_CHARACTERS;
  }

  private static String field(Map.Entry<String, FieldValue> field) {
    return Text.cut(field.getKey(), MOST_CHARACTERS) + "=" + field.getValue().asText();
  }

  private static String oneLine(String text) {
    return Text.clean(text.replace('\n', ' '));
  }

  private String styled(String text, Style style) {
    return colour ? style.on() + text + style.off() : text;
  }

  private static Style style(Alert alert) {
    return switch (alert.severity()) {
      case CRITICAL, HIGH -> Style.fg_red;
      case MEDIUM -> Style.fg_yellow;
      default -> Style.fg_cyan;
    };
  }
}
