package io.streamalert.local.journal;

import java.util.Objects;

/**
 * A block and the commit that it belongs to. Immutable.
 *
 * @param commit the number of the commit; not negative
 * @param block the records
 */
public record JournalEntry(long commit, Block block) {

  /**
   * Checks the parts.
   *
   * @param commit the number of the commit
   * @param block the records
   * @throws IllegalArgumentException if the number is negative
   */
  public JournalEntry {
    Objects.requireNonNull(block, "block");
    if (commit < 0) {
      throw new IllegalArgumentException("The number of a commit is not negative: " + commit);
    }
  }
}
