package io.streamalert.local.journal;

/**
 * How far the journal is written. Immutable.
 *
 * @param segment the number of the segment; 0 if nothing was ever appended
 * @param offset the end in bytes from the start of the segment
 */
public record JournalEnd(long segment, long offset) {

  /** The end of a journal to which nothing was ever appended. */
  public static final JournalEnd NONE = new JournalEnd(0, 0);

  /**
   * Checks both numbers.
   *
   * @param segment the number of the segment
   * @param offset the end in it
   * @throws IllegalArgumentException if one is negative, or only one of them is 0
   */
  public JournalEnd {
    if (segment < 0 || offset < 0 || (segment == 0) != (offset == 0)) {
      throw new IllegalArgumentException("The end of a journal needs a segment and an offset from 1"
          + " on, or 0 for both, but has " + segment + " and " + offset);
    }
  }
}
