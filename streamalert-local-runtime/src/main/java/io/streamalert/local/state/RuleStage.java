package io.streamalert.local.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule as {@link RuleTable} keeps it. Immutable.
 *
 * @param name the name of the rule
 * @param fingerprint what its newest form was told by
 * @param firstSeen when it first came
 * @param staged whether it is staged
 * @param stagedAt when it was staged last; stays when it no longer is
 * @param stagedUntil up to when it was to be staged then
 */
public record RuleStage(
    String name,
    String fingerprint,
    Instant firstSeen,
    boolean staged,
    Optional<Instant> stagedAt,
    Optional<Instant> stagedUntil) {

  static final String COLUMNS = "name, fingerprint, first_seen, staged, staged_at, staged_until";

  /**
   * Checks the parts.
   *
   * @param name the name of the rule
   * @param fingerprint what its newest form was told by
   * @param firstSeen when it first came
   * @param staged whether it is staged
   * @param stagedAt when it was staged last
   * @param stagedUntil up to when it was to be staged then
   */
  public RuleStage {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(stagedAt, "stagedAt");
    Objects.requireNonNull(stagedUntil, "stagedUntil");
  }

  static RuleStage read(ResultSet row) throws SQLException {
    return new RuleStage(
        row.getString(1),
        row.getString(2),
        Times.instant(row.getLong(3)),
        row.getInt(4) != 0,
        time(row, 5),
        time(row, 6));
  }

  private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Times.instant(nanos));
  }
}
