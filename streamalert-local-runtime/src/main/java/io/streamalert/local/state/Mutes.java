package io.streamalert.local.state;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The rules, or parts of what they find, that are muted for a while. {@link SqliteAlertStore} asks
 * them at each commit; alerts that were stored before stay as they are. Thread-safe.
 */
public final class Mutes {

  private final Database database;
  private final Clock clock;

  /**
   * The mutes in an open file.
   *
   * @param file the file
   * @param clock tells when a mute was made
   */
  public Mutes(StateFile file, Clock clock) {
    this.database = file.database();
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Mutes all alerts of a rule.
   *
   * @param rule the name of the rule; not blank
   * @param until when the mute ends; later than now
   * @param note why, for other people; may be empty
   * @return the mute
   * @throws IllegalArgumentException if the name is blank or the time has passed
   */
  public Mute add(String rule, Instant until, String note) {
    return store(rule, FieldPath.of(), FieldValue.missing(), until, note);
  }

  /**
   * Mutes the alerts of a rule whose record has a value.
   *
   * @param rule the name of the rule; not blank
   * @param path the field; not without a key
   * @param value what it has to be, compared exactly, a list as a whole; not missing
   * @param until when the mute ends; later than now
   * @param note why, for other people; may be empty
   * @return the mute
   * @throws IllegalArgumentException if the name is blank, the path has no key, the value is missing
   *     or the time has passed
   */
  public Mute add(String rule, FieldPath path, FieldValue value, Instant until, String note) {
    if (path.keys().isEmpty() || value.isMissing()) {
      throw new IllegalArgumentException("A mute of a part needs a field with a value");
    }
    return store(rule, path, value, until, note);
  }

  private Mute store(String rule, FieldPath path, FieldValue value, Instant until, String note) {
    Instant now = clock.instant();
    if (rule.isBlank() || !until.isAfter(now)) {
      throw new IllegalArgumentException(
          "A mute needs a rule and an end in the future, but has \"" + rule + "\" and " + until);
    }
    Mute mute = new Mute(0, rule, path, value, until, now, note);
    return database.write(session -> new MuteTable(session).add(mute));
  }

  /**
   * All mutes, also those that have ended and were not removed.
   *
   * @return the mutes, the oldest first; unmodifiable
   */
  public List<Mute> list() {
    return List.copyOf(database.read(session -> new MuteTable(session).all()));
  }

  /**
   * Ends a mute. Alerts that it covered stay muted.
   *
   * @param number the number of the mute
   * @return false if there is none of that number
   */
  public boolean remove(long number) {
    return database.write(
        session -> session.update("DELETE FROM mute WHERE number = ?", number) > 0);
  }

  /**
   * Removes the mutes that have ended.
   *
   * @return how many were removed
   */
  public int removeEnded() {
    long now = Times.nanos(clock.instant());
    return database.write(session -> session.update("DELETE FROM mute WHERE until <= ?", now));
  }
}
