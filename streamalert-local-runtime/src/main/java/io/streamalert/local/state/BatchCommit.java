package io.streamalert.local.state;

import io.streamalert.delivery.Commit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The outcome of one batch of a feed, as {@link SqliteAlertStore#commit(java.util.List)} stores it
 * together with those of other batches. Immutable and safe for use by many threads.
 */
public final class BatchCommit {

  private final Commit outcome;
  private final Optional<UUID> key;
  private final OptionalLong segment;

  private BatchCommit(Commit outcome, Optional<UUID> key, OptionalLong segment) {
    this.outcome = Objects.requireNonNull(outcome, "outcome");
    this.key = key;
    this.segment = segment;
  }

  /**
   * A batch that is never sent again.
   *
   * @param outcome what to store; a checkpoint in it names the feed
   * @return the commit
   */
  public static BatchCommit of(Commit outcome) {
    return new BatchCommit(outcome, Optional.empty(), OptionalLong.empty());
  }

  /**
   * The same as a batch that its sender may send again.
   *
   * @param feed the name of the feed; keys of different feeds are different
   * @param key the {@link io.streamalert.feed.FeedBatch#key()}
   * @return the commit, which is left out if the key is known
   */
  public BatchCommit keyed(String feed, String key) {
    return new BatchCommit(outcome, Optional.of(KnownTable.request(feed, key)), segment);
  }

  /**
   * The same with the segment of the history that {@link Commit#historyEnd()} counts in.
   *
   * @param number the number of the segment; not negative
   * @return the commit
   * @throws IllegalArgumentException if the number is negative or the outcome has no such end
   */
  public BatchCommit inSegment(long number) {
    if (number < 0 || outcome.historyEnd().isEmpty()) {
      throw new IllegalArgumentException("A segment needs a number from 0 on and an end, but has "
          + number + " and " + outcome.historyEnd());
    }
    return new BatchCommit(outcome, key, OptionalLong.of(number));
  }

  /** {@return what to store} */
  public Commit outcome() {
    return outcome;
  }

  Optional<UUID> key() {
    return key;
  }

  OptionalLong segment() {
    return segment;
  }

  @Override
  public String toString() {
    return "BatchCommit[" + outcome + ", key=" + key.isPresent() + ", segment=" + segment + "]";
  }
}
