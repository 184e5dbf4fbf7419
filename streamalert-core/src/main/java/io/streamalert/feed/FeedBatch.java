package io.streamalert.feed;

import io.streamalert.classify.DeadLetter;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Raw logs that a feed read, and how far it has come with them. It is stored with all that it
 * raised as a whole or not at all. Immutable and safe for use by many threads.
 */
public final class FeedBatch {

  private final List<RawLog> logs;
  private final List<DeadLetter> refused;
  private final long blankLines;
  private final Optional<String> checkpoint;
  private final Optional<String> key;

  private FeedBatch(Builder builder) {
    logs = List.copyOf(builder.logs);
    refused = List.copyOf(builder.refused);
    blankLines = builder.blankLines;
    checkpoint = Optional.ofNullable(builder.checkpoint);
    key = Optional.ofNullable(builder.key);
  }

  /**
   * Starts an empty batch.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The raw logs.
   *
   * @return the raw logs in their order; unmodifiable
   */
  public List<RawLog> logs() {
    return logs;
  }

  /**
   * Parts of the source that can be no raw log, such as a line over the limit.
   *
   * @return one dead letter for each; unmodifiable
   */
  public List<DeadLetter> refused() {
    return refused;
  }

  /**
   * How many lines of the source were blank.
   *
   * @return the number
   */
  public long blankLines() {
    return blankLines;
  }

  /**
   * How far the feed has come with this batch, in a text that only the feed understands.
   *
   * @return the checkpoint, which replaces the one before; empty to keep that
   */
  public Optional<String> checkpoint() {
    return checkpoint;
  }

  /**
   * The name under which the sender may send this batch again. A batch whose key is known is left
   * out.
   *
   * @return the key; empty if the batch is never sent again
   */
  public Optional<String> key() {
    return key;
  }

  /**
   * How much content the raw logs have.
   *
   * @return the sum of their sizes in bytes
   */
  public long bytes() {
    return logs.stream().mapToLong(RawLog::size).sum();
  }

  @Override
  public String toString() {
    return "FeedBatch[logs=" + logs.size() + ", refused=" + refused.size() + ", blankLines="
        + blankLines + ", checkpoint=" + checkpoint.isPresent() + ", key=" + key.isPresent() + "]";
  }

  /** Collects a batch. A builder belongs to one thread; it can be used again after a build. */
  public static final class Builder {

    private final List<RawLog> logs = new ArrayList<>();
    private final List<DeadLetter> refused = new ArrayList<>();
    private long blankLines;
    private @Nullable String checkpoint;
    private @Nullable String key;

    private Builder() {}

    /**
     * Adds raw logs.
     *
     * @param added the raw logs
     * @return this builder
     */
    public Builder logs(Collection<RawLog> added) {
      logs.addAll(List.copyOf(added));
      return this;
    }

    /**
     * Adds one raw log.
     *
     * @param log the raw log
     * @return this builder
     */
    public Builder log(RawLog log) {
      logs.add(Objects.requireNonNull(log, "log"));
      return this;
    }

    /**
     * Adds a part of the source that can be no raw log.
     *
     * @param letter what is kept of it
     * @return this builder
     */
    public Builder refused(DeadLetter letter) {
      refused.add(Objects.requireNonNull(letter, "letter"));
      return this;
    }

    /**
     * Adds blank lines.
     *
     * @param number how many; not negative
     * @return this builder
     * @throws IllegalArgumentException if the number is negative
     */
    public Builder blankLines(long number) {
      if (number < 0) {
        throw new IllegalArgumentException("There cannot be " + number + " blank lines");
      }
      blankLines += number;
      return this;
    }

    /**
     * Sets how far the feed has come.
     *
     * @param checkpoint the checkpoint
     * @return this builder
     */
    public Builder checkpoint(String checkpoint) {
      this.checkpoint = Objects.requireNonNull(checkpoint, "checkpoint");
      return this;
    }

    /**
     * Sets the name under which the batch may be sent again.
     *
     * @param key the key; not blank
     * @return this builder
     * @throws IllegalArgumentException if it is blank
     */
    public Builder key(String key) {
      if (Objects.requireNonNull(key, "key").isBlank()) {
        throw new IllegalArgumentException("The key of a batch must not be blank");
      }
      this.key = key;
      return this;
    }

    /**
     * Makes the batch.
     *
     * @return the batch as collected so far
     */
    public FeedBatch build() {
      return new FeedBatch(this);
    }
  }
}
