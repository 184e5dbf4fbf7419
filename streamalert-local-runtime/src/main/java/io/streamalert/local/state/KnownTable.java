package io.streamalert.local.state;

import io.streamalert.alert.AlertId;
import io.streamalert.record.RecordId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The ids of alerts, and the keys of batches, that were committed and are still known; within one
 * transaction.
 */
record KnownTable(Session session, Instant now, Duration retention) {

  private static final String SCHEME = "sa1k";

  /** After a long rest many end at once; they go bit by bit, as no answer depends on them. */
  private static final int MOST_AT_ONCE = 10_000;

  void forgetOld() throws SQLException {
    for (String table : new String[] {"known", "request"}) {
      session.update(
          "DELETE FROM " + table + " WHERE id IN (SELECT id FROM " + table
              + " WHERE until < ? LIMIT ?)",
          Times.nanos(now),
          MOST_AT_ONCE);
    }
  }

  /** Remembers an id from now on; false, and nothing changes, if it is known. */
  boolean add(AlertId id) throws SQLException {
    int added = session.update(
        "INSERT INTO known (id, until) VALUES (?, ?) ON CONFLICT (id) DO UPDATE"
            + " SET until = excluded.until WHERE until < ?",
        Ids.bytes(id),
        until(),
        Times.nanos(now));
    return added > 0;
  }

  /** Remembers an id from now on, anew if it is known. */
  void renew(AlertId id) throws SQLException {
    session.update(
        "INSERT INTO known (id, until) VALUES (?, ?) ON CONFLICT (id) DO UPDATE"
            + " SET until = excluded.until",
        Ids.bytes(id),
        until());
  }

  void addRequest(UUID key, long commitNumber) throws SQLException {
    session.update(
        "INSERT INTO request (id, commit_number, until) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
            + " SET commit_number = excluded.commit_number, until = excluded.until",
        Ids.bytes(key),
        commitNumber,
        until());
  }

  /** The number of the commit under which a key is known. */
  OptionalLong request(UUID key) throws SQLException {
    return session
        .first(
            "SELECT commit_number FROM request WHERE id = ? AND until >= ?",
            row -> OptionalLong.of(row.getLong(1)),
            Ids.bytes(key),
            Times.nanos(now))
        .orElse(OptionalLong.empty());
  }

  /** What a key is stored as, however long it is. */
  static UUID request(String feed, String key) {
    return RecordId.derive(SCHEME, feed, key);
  }

  private long until() {
    return Times.nanos(now.plus(retention));
  }
}
