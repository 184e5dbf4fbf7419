package io.streamalert.local;

import io.streamalert.event.BatchSummary;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What became of all inputs of a run: nothing is left out. Immutable.
 *
 * @param summary the counts, with {@code rawLogs = classified + deadLetters}
 * @param elapsed how long the run took
 * @param unreadable the inputs that could not be read to their end, in order
 */
public record Ledger(BatchSummary summary, Duration elapsed, List<UnreadableInput> unreadable) {

  /**
   * Checks and copies the parts.
   *
   * @param summary the counts
   * @param elapsed how long the run took
   * @param unreadable the inputs that could not be read
   */
  public Ledger {
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(elapsed, "elapsed");
    unreadable = List.copyOf(unreadable);
  }
}
