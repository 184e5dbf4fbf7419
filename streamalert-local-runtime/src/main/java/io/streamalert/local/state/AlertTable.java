package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.delivery.StoredAlert.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rows of alerts, within one transaction. */
record AlertTable(Session session) {

  private static final String SELECT = "SELECT " + AlertRow.COLUMNS + " FROM alert WHERE ";
  private static final String FREE = " AND (lease_until IS NULL OR lease_until <= ?)";

  /** Stores a new alert; false if there is one of that id. */
  boolean insert(StoredAlert stored, Instant now) throws SQLException {
    Alert alert = stored.alert();
    int inserted = session.update(
        "INSERT INTO alert (id, rule, created, changed, state, due, merge_due, item)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        Ids.bytes(alert.id()),
        alert.ruleName(),
        Times.nanos(alert.created()),
        Times.nanos(now),
        stored.state().name(),
        due(stored),
        nanos(stored.mergeDue()),
        AlertForm.item(alert));
    return inserted > 0;
  }

  private static @Nullable Long due(StoredAlert stored) {
    return stored.state() == State.OPEN ? nanos(stored.nextAttempt()) : null;
  }

  private static @Nullable Long nanos(Optional<Instant> time) {
    return time.map(Times::nanos).orElse(null);
  }

  Optional<AlertRow> find(AlertId id) throws SQLException {
    return session.first(SELECT + "id = ?", AlertRow::read, Ids.bytes(id));
  }

  List<AlertRow> due(Instant now, int max) throws SQLException {
    return session.list(
        SELECT + "due <= ?" + FREE + " ORDER BY due, number LIMIT ?",
        AlertRow::read,
        Times.nanos(now),
        Times.nanos(now),
        max);
  }

  List<AlertRow> toMerge(String rule, Instant now, int max) throws SQLException {
    return session.list(
        SELECT + "rule = ? AND merge_due IS NOT NULL" + FREE + " ORDER BY created, id LIMIT ?",
        AlertRow::read,
        rule,
        Times.nanos(now),
        max);
  }

  Set<String> rulesToMerge(Instant now) throws SQLException {
    return new TreeSet<>(session.list(
        "SELECT DISTINCT rule FROM alert WHERE merge_due <= ?" + FREE,
        row -> row.getString(1),
        Times.nanos(now),
        Times.nanos(now)));
  }

  void claim(AlertRow row, long token, Instant leaseUntil) throws SQLException {
    session.update(
        "UPDATE alert SET token = ?, lease_until = ? WHERE number = ?",
        token,
        Times.nanos(leaseUntil),
        row.number());
  }

  /** Stores the alert as the change leaves it, if it changes anything. */
  StoredAlert change(AlertRow row, Instant now, UnaryOperator<StoredAlert> change)
      throws SQLException {
    StoredAlert next = change.apply(row.stored());
    if (next != row.stored()) {
      session.update(
          "UPDATE alert SET changed = ?, state = ?, merged_into = ?, due = ?, merge_due = ?,"
              + " delivery = ? WHERE number = ?",
          Times.nanos(now),
          next.state().name(),
          next.mergedInto().map(Ids::bytes).orElse(null),
          due(next),
          nanos(next.mergeDue()),
          AlertForm.delivery(next),
          row.number());
    }
    return next;
  }

  void endClaim(AlertRow row) throws SQLException {
    session.update(
        "UPDATE alert SET token = NULL, lease_until = NULL WHERE number = ?", row.number());
  }

  int purge(Instant olderThan) throws SQLException {
    int wholes = session.update(
        "DELETE FROM alert WHERE state IN ('DELIVERED', 'MUTED') AND changed < ?",
        Times.nanos(olderThan));
    int parts = session.update(
        "DELETE FROM alert WHERE state = 'MERGED' AND changed < ? AND NOT EXISTS"
            + " (SELECT 1 FROM alert AS whole WHERE whole.id = alert.merged_into)",
        Times.nanos(olderThan));
    return wholes + parts;
  }
}
