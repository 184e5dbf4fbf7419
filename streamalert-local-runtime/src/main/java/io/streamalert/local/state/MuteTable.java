package io.streamalert.local.state;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of mutes, within one transaction. */
record MuteTable(Session session) {

  private static final String SELECT =
      "SELECT number, rule, path, value, until, created, note FROM mute ";

  List<Mute> all() throws SQLException {
    return session.list(SELECT + "ORDER BY number", Mute::read);
  }

  List<Mute> active(Instant now) throws SQLException {
    return session.list(SELECT + "WHERE until > ? ORDER BY number", Mute::read, Times.nanos(now));
  }

  /** Adds a mute, whose own number does not count, and returns it with its number. */
  Mute add(Mute mute) throws SQLException {
    FieldPath path = mute.path();
    boolean all = path.keys().isEmpty();
    session.update(
        "INSERT INTO mute (rule, path, value, until, created, note) VALUES (?, ?, ?, ?, ?, ?)",
        mute.rule(),
        all ? null : FieldValue.of(path.keys()).toJson(),
        all ? null : mute.value().toJson(),
        Times.nanos(mute.until()),
        Times.nanos(mute.created()),
        mute.note());
    return session
        .first(SELECT + "WHERE number = last_insert_rowid()", Mute::read)
        .orElseThrow();
  }
}
