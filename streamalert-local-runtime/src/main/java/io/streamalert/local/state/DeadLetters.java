package io.streamalert.local.state;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The dead letters that {@link SqliteAlertStore} committed, until somebody removes them. Thread-safe.
 */
public final class DeadLetters {

  private final Database database;

  /**
   * The dead letters in an open file.
   *
   * @param file the file
   */
  public DeadLetters(StateFile file) {
    this.database = file.database();
  }

  /**
   * How many there are.
   *
   * @return the number
   */
  public long count() {
    return database.read(session -> session.number("SELECT count(*) FROM dead_letter"));
  }

  /**
   * A part of them, in the order in which they were committed.
   *
   * @param after the number of the last one that is known; 0 for the first part
   * @param max the greatest number of dead letters, from 1; each comes with its payload
   * @return the next ones; empty after the last
   * @throws IllegalArgumentException if the number is less than 1
   */
  public List<StoredLetter> list(long after, int max) {
    if (max < 1) {
      throw new IllegalArgumentException("A list needs room for at least 1, not " + max);
    }
    return List.copyOf(database.read(session -> new DeadLetterTable(session).list(after, max)));
  }

  /**
   * Removes dead letters, such as those that were classified again. They are gone for good.
   *
   * @param numbers their numbers; unknown ones do not matter
   * @return how many were removed
   */
  public int remove(Collection<Long> numbers) {
    List<Long> all = List.copyOf(numbers);
    return database.write(session -> {
      int removed = 0;
      for (long number : all) {
        removed += session.update("DELETE FROM dead_letter WHERE number = ?", number);
      }
      return removed;
    });
  }

  /**
   * Removes old dead letters. They are gone for good.
   *
   * @param olderThan those that were committed before this time
   * @return how many were removed
   */
  public int removeOlder(Instant olderThan) {
    return database.write(session ->
        session.update("DELETE FROM dead_letter WHERE stored < ?", Times.nanos(olderThan)));
  }
}
