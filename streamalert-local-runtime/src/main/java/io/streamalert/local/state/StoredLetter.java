package io.streamalert.local.state;

import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.DeadLetter.Kind;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A dead letter as {@link DeadLetters} keeps it. Immutable.
 *
 * @param number its number, by which it is listed and removed; a later one has a greater
 * @param commitNumber the number of the commit that holds it
 * @param stored when it was committed
 * @param letter what did not become a record, and why; it has no nearest schema
 */
public record StoredLetter(long number, long commitNumber, Instant stored, DeadLetter letter) {

  /** From here on the ordinal of an element is too large for that of a raw log. */
  private static final long LIMIT_ORDINAL = 1L << 40;

  static StoredLetter read(ResultSet row) throws SQLException {
    LogSource source = LogSource.of(row.getString("service"), row.getString("resource"));
    Position position =
        DeadLetterTable.position(row.getString("position_kind"), row.getString("position_parts"));
    long ordinal = row.getLong("ordinal");
    String reason = row.getString("reason");
    byte[] payload = row.getBytes("payload");
    RawLog log = RawLog.of(source, position, payload);
    if (row.getInt("piece") != 0) {
      log = log.withFirstOrdinal(ordinal % LIMIT_ORDINAL);
    }
    return new StoredLetter(
        row.getLong("number"),
        row.getLong("commit_number"),
        Times.instant(row.getLong("stored")),
        Kind.valueOf(row.getString("kind")) == Kind.RAW_LOG
            ? DeadLetter.of(log, reason)
            : DeadLetter.of(log, ordinal, element(payload), reason));
  }

  private static FieldValue element(byte[] json) {
    return FieldValue.parse(new String(json, StandardCharsets.UTF_8));
  }

  /**
   * What to classify again once the schemas were mended. The ids of its records are those that they
   * would have had at first, so that nothing is raised twice; only an element of a piece of a larger
   * document that held several has a new one, the same at each call.
   *
   * @return the raw log; of an element the element alone
   */
  public RawLog rawLog() {
    RawLog log = RawLog.of(letter.source(), letter.position(), letter.payload());
    if (letter.kind() == Kind.RAW_LOG && !letter.isPiece()) {
      return log;
    }
    return letter.ordinal() < LIMIT_ORDINAL
        ? log.withFirstOrdinal(letter.ordinal())
        : RawLog.of(letter.source(), letter.position().then(letter.ordinal()), letter.payload());
  }

  /** {@return number, place and reason, never the payload} */
  @Override
  public String toString() {
    return "StoredLetter[" + number + ", " + letter + "]";
  }
}
