package io.streamalert.local.state;

import io.streamalert.classify.DeadLetter;
import io.streamalert.record.FieldValue;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The rows of dead letters, within one transaction. */
record DeadLetterTable(Session session) {

  void insertAll(List<DeadLetter> letters, long commitNumber, Instant now) throws SQLException {
    for (DeadLetter letter : letters) {
      session.update(
          "INSERT INTO dead_letter (commit_number, stored, kind, service, resource,"
              + " position_kind, position_parts, ordinal, reason, payload)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          commitNumber,
          Times.nanos(now),
          letter.kind().name(),
          letter.source().service(),
          letter.source().resource(),
          letter.position().kind(),
          FieldValue.of(letter.position().parts()).toJson(),
          letter.ordinal(),
          letter.reason(),
          letter.payload());
    }
  }
}
