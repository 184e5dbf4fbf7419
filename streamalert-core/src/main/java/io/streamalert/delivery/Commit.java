package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.classify.DeadLetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The outcome of one batch, to be stored as a whole by {@link AlertStore#commit}. Immutable and
 * safe for use by many threads.
 */
public final class Commit {

  private final List<Alert> alerts;
  private final List<DeadLetter> deadLetters;
  private final Map<String, String> checkpoints;
  private final Map<String, Long> counters;
  private final OptionalLong historyEnd;

  private Commit(Builder builder) {
    alerts = List.copyOf(builder.alerts.values());
    deadLetters = List.copyOf(builder.deadLetters);
    checkpoints = Collections.unmodifiableMap(new LinkedHashMap<>(builder.checkpoints));
    counters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.counters));
    historyEnd = builder.historyEnd;
  }

  /**
   * Starts an empty commit.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The alerts that the batch raised.
   *
   * @return the alerts in the order in which they were added, no two of the same id; unmodifiable
   */
  public List<Alert> alerts() {
    return alerts;
  }

  /**
   * The raw logs and elements that fit no schema.
   *
   * @return the dead letters in the order in which they were added; unmodifiable
   */
  public List<DeadLetter> deadLetters() {
    return deadLetters;
  }

  /**
   * How far each feed has come with this batch, in a text that only the feed understands.
   *
   * @return from the name of the feed to its checkpoint, which replaces the one stored before;
   *     unmodifiable
   */
  public Map<String, String> checkpoints() {
    return checkpoints;
  }

  /**
   * By how much the durable counters grow.
   *
   * @return from the name of the counter to the increment, never negative; unmodifiable
   */
  public Map<String, Long> counters() {
    return counters;
  }

  /**
   * Up to where the open segment of the history belongs to committed batches.
   *
   * @return the end in bytes from the start of the segment, or empty if this batch wrote no history
   */
  public OptionalLong historyEnd() {
    return historyEnd;
  }

  @Override
  public String toString() {
    return "Commit[alerts=" + alerts.size() + ", deadLetters=" + deadLetters.size()
        + ", checkpoints=" + checkpoints.keySet() + ", counters=" + counters + ", historyEnd="
        + historyEnd + "]";
  }

  /**
   * Collects the outcome of a batch. A builder belongs to one thread; it can be used again after
   * {@link #build()}.
   */
  public static final class Builder {

    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final Map<String, String> checkpoints = new LinkedHashMap<>();
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private OptionalLong historyEnd = OptionalLong.empty();

    private Builder() {}

    /**
     * Adds alerts. Of several with the same id the first is kept, since it would win in the store
     * too.
     *
     * @param added the alerts
     * @return this builder
     */
    public Builder alerts(Collection<Alert> added) {
      added.forEach(alert -> alerts.putIfAbsent(alert.id(), alert));
      return this;
    }

    /**
     * Adds dead letters.
     *
     * @param added the dead letters
     * @return this builder
     */
    public Builder deadLetters(Collection<DeadLetter> added) {
      deadLetters.addAll(List.copyOf(added));
      return this;
    }

    /**
     * Sets the checkpoint of a feed, in place of one set before.
     *
     * @param feed the name of the feed; not blank
     * @param checkpoint how far the feed has come
     * @return this builder
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder checkpoint(String feed, String checkpoint) {
      checkpoints.put(notBlank("feed", feed), Objects.requireNonNull(checkpoint, "checkpoint"));
      return this;
    }

    /**
     * Lets a counter grow, in addition to what was set before.
     *
     * @param name the name of the counter; not blank
     * @param increment by how much; not negative
     * @return this builder
     * @throws IllegalArgumentException if the name is blank or the increment is negative
     * @throws ArithmeticException if the sum does not fit into a {@code long}
     */
    public Builder counter(String name, long increment) {
      if (increment < 0) {
        throw new IllegalArgumentException("A counter cannot grow by " + increment);
      }
      counters.merge(notBlank("counter", name), increment, Math::addExact);
      return this;
    }

    /**
     * Sets up to where the open segment of the history belongs to committed batches.
     *
     * @param bytes the end in bytes from the start of the segment; not negative
     * @return this builder
     * @throws IllegalArgumentException if the end is negative
     */
    public Builder historyEnd(long bytes) {
      if (bytes < 0) {
        throw new IllegalArgumentException(
            "The end of the history must not be negative, but is " + bytes);
      }
      historyEnd = OptionalLong.of(bytes);
      return this;
    }

    /**
     * Makes the commit.
     *
     * @return the commit as collected so far
     */
    public Commit build() {
      return new Commit(this);
    }

    private static String notBlank(String what, String name) {
      if (Objects.requireNonNull(name, what).isBlank()) {
        throw new IllegalArgumentException("The name of a " + what + " must not be blank");
      }
      return name;
    }
  }
}
