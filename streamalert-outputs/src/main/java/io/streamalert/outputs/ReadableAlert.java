package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogRecord;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The form of an alert for a person who looks at a terminal: what, how bad, where, and enough of
 * the record to know it again. Characters that steer terminals are spelled out. Immutable and
 * thread-safe.
 */
public final class ReadableAlert {

  private static final int MOST_FIELDS = 6;
  private static final int MOST_CHARACTERS = 60;
  private static final int MOST_OF_RUNBOOK = 200;
  private static final int MOST_OF_LINE = 1_000;
  private static final String RECORD = "record";
  private static final String BOLD = "1";

  private final boolean coloured;

  private ReadableAlert(boolean coloured) {
    this.coloured = coloured;
  }

  /**
   * The form without colours.
   *
   * @return the form
   */
  public static ReadableAlert plain() {
    return new ReadableAlert(false);
  }

  /**
   * The form with colours, by the escape sequences that terminals know.
   *
   * @return the form
   */
  public static ReadableAlert coloured() {
    return new ReadableAlert(true);
  }

  /**
   * Writes an alert.
   *
   * @param alert the alert, of which the title, the rule and all that is not the record are shown
   * @param publication what publishers made of it, of which short fields are shown: those of {@code
   *     record} if it has that part, else its own
   * @return a few lines, each with a line feed at its end and at most 1,000 characters of content
   */
  public String text(Alert alert, Publication publication) {
    LogRecord record = alert.record();
    StringBuilder text = new StringBuilder();
    text.append(styled(alert.severity().toString(), colour(alert.severity())))
        .append("  ")
        .append(styled(oneLine(alert.title()), BOLD))
        .append('\n');
    line(text, "rule", alert.ruleName() + (alert.staged() ? " (staged)" : ""));
    line(text, "log", record.type() + " from " + record.source());
    line(text, "ATT&CK", String.join(", ", alert.attack()));
    line(text, "runbook", TerminalText.cut(alert.runbook(), MOST_OF_RUNBOOK));
    line(
        text,
        "outputs",
        alert.outputs().stream().map(OutputId::toString).collect(Collectors.joining(", ")));
    line(text, RECORD, fields(publication));
    line(
        text,
        "triggered",
        alert.created() + ", alert id " + alert.id() + ", record id " + record.id());
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
  private static String fields(Publication publication) {
    FieldValue record = publication.get(RECORD);
    Map<String, FieldValue> fields =
        record.kind() == Kind.MAP ? record.fields() : publication.payload().toFields();
    return fields.entrySet().stream()
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
    return TerminalText.cut(field.getKey(), MOST_CHARACTERS) + "="
        + field.getValue().asText();
  }

  private static String oneLine(String text) {
    return TerminalText.clean(TerminalText.cut(text.replace('\n', ' '), MOST_OF_LINE));
  }

  private String styled(String text, String style) {
    return coloured ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }

  private static String colour(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "31"; // red
      case MEDIUM -> "33"; // yellow
      default -> "36"; // cyan
    };
  }
}
