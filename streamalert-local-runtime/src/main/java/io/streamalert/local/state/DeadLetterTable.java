package io.streamalert.local.state;

import io.streamalert.classify.DeadLetter;
import io.streamalert.record.FieldValue;
import io.streamalert.record.Position;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of dead letters, within one transaction. */
record DeadLetterTable(Session session) {

  private static final String VALUES = "commit_number, stored, kind, service, resource,"
      + " position_kind, position_parts, ordinal, piece, reason, payload";

  void insertAll(List<DeadLetter> letters, long commitNumber, Instant now) throws SQLException {
    for (DeadLetter letter : letters) {
      session.update(
          "INSERT INTO dead_letter (" + VALUES + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          commitNumber,
          Times.nanos(now),
          letter.kind().name(),
          letter.source().service(),
          letter.source().resource(),
          letter.position().kind(),
          FieldValue.of(letter.position().parts()).toJson(),
          letter.ordinal(),
          letter.isPiece() ? 1 : 0,
          letter.reason(),
          letter.payload());
    }
  }

  List<StoredLetter> list(long after, int max) throws SQLException {
    return session.list(
        "SELECT number, " + VALUES + " FROM dead_letter WHERE number > ? ORDER BY number LIMIT ?",
        StoredLetter::read,
        after,
        max);
  }

  static Position position(String kind, String parts) {
    return Position.of(
        kind,
        FieldValue.parse(parts).elements().stream().map(FieldValue::asText).toArray(String[]::new));
  }
}
