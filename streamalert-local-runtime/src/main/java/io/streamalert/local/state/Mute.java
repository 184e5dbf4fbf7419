package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * That alerts of a rule are kept but not sent, for a while. Immutable.
 *
 * @param number its number
 * @param rule the name of the rule
 * @param path the field of the record that tells which alerts; without any key for all of them
 * @param value what the field has to be; missing for all alerts
 * @param until when the mute ends
 * @param created when it was made
 * @param note why, for other people; may be empty
 */
public record Mute(
    long number,
    String rule,
    FieldPath path,
    FieldValue value,
    Instant until,
    Instant created,
    String note) {

  /**
   * Checks the parts.
   *
   * @param number its number
   * @param rule the name of the rule
   * @param path the field of the record
   * @param value what the field has to be
   * @param until when the mute ends
   * @param created when it was made
   * @param note why
   */
  public Mute {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(created, "created");
    Objects.requireNonNull(note, "note");
  }

  static Mute read(ResultSet row) throws SQLException {
    String path = row.getString("path");
    String value = row.getString("value");
    return new Mute(
        row.getLong("number"),
        row.getString("rule"),
        path == null ? FieldPath.of() : path(path),
        value == null ? FieldValue.missing() : FieldValue.parse(value),
        Times.instant(row.getLong("until")),
        Times.instant(row.getLong("created")),
        row.getString("note"));
  }

  private static FieldPath path(String json) {
    return FieldPath.of(
        FieldValue.parse(json).elements().stream().map(FieldValue::asText).toList());
  }

  /**
   * Whether the mute is for an alert, if it has not ended.
   *
   * @param alert the alert
   * @return true if the alert is of the rule and its record has the value
   */
  public boolean covers(Alert alert) {
    return rule.equals(alert.ruleName())
        && (path.keys().isEmpty() || alert.record().at(path).equals(value));
  }

  /** {@return number, rule and path, never the value} */
  @Override
  public String toString() {
    return "Mute[" + number + ", " + rule + ", " + path + ", until " + until + "]";
  }
}
