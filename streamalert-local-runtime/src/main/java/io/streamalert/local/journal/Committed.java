package io.streamalert.local.journal;

import java.util.List;
import java.util.Objects;

/**
 * What of the journal counts, as the state file keeps it: all else in the folder is left over from a crash. Immutable.
 *
 * @param firstSegment the number of the oldest segment that was not dropped, from 1
 * @param end how far the journal is written
 */
public record Committed(long firstSegment, JournalEnd end) {

  /** A journal to which nothing was ever appended. */
  public static final Committed NOTHING = new Committed(1, JournalEnd.NONE);

  /**
   * Checks the parts.
   *
   * @param firstSegment the number of the oldest segment
   * @param end how far the journal is written
   * @throws IllegalArgumentException if the first segment is less than 1, or further behind the end
   *     than the next one
   */
  public Committed {
    Objects.requireNonNull(end, "end");
    if (firstSegment < 1 || firstSegment > end.segment() + 1) {
      throw new IllegalArgumentException("The oldest segment is one from 1 to "
          + (end.segment() + 1) + ", but is " + firstSegment);
    }
  }

  /**
   * The same with a new end, after an {@link Journal#append append}.
   *
   * @param newEnd what the append returned
   * @return what to store with the batch
   */
  public Committed upTo(JournalEnd newEnd) {
    return new Committed(firstSegment, newEnd);
  }

  /**
   * The same without the oldest segments.
   *
   * @param dropped what {@link Retention#expired} returned
   * @return what to store before these segments are deleted
   */
  public Committed without(List<Segment> dropped) {
    return dropped.isEmpty()
        ? this
        : new Committed(dropped.get(dropped.size() - 1).number() + 1, end);
  }

  /** The number that the next segment gets. */
  long nextSegment() {
    return end.segment() + 1;
  }
}
