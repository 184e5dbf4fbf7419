package io.streamalert.spi;

import io.streamalert.record.FieldValue;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * How far the polls of an app have come. Immutable and safe for use by many threads.
 *
 * @param lastTimestamp the time up to which logs have been collected
 * @param context what else the collector needs at the next poll, such as the ids of the logs of
 *     that very instant or a page token; a map, and small, since runtimes keep it where 4,096
 *     characters are the limit for the whole state
 */
public record AppState(Instant lastTimestamp, FieldValue context) {

  /**
   * Checks the parts.
   *
   * @param lastTimestamp the time up to which logs have been collected
   * @param context what else the collector needs
   * @throws IllegalArgumentException if the context is not a map
   */
  public AppState {
    Objects.requireNonNull(lastTimestamp, "lastTimestamp");
    if (Objects.requireNonNull(context, "context").kind() != FieldValue.Kind.MAP) {
      throw new IllegalArgumentException(
          "The context of an app must be a map, but is " + context.kind());
    }
  }

  /**
   * The state before the first poll.
   *
   * @param start the time from which on logs are wanted; runtimes take the present less one
   *     interval of the schedule
   * @return the state, with an empty context
   */
  public static AppState startingAt(Instant start) {
    return new AppState(start, FieldValue.of(Map.of()));
  }

  /**
   * This state with another time and the same context.
   *
   * @param timestamp the time up to which logs have been collected
   * @return the new state
   */
  public AppState upTo(Instant timestamp) {
    return new AppState(timestamp, context);
  }

  /**
   * This state with one entry of the context set.
   *
   * @param key the key
   * @param value the value
   * @return the new state
   */
  public AppState with(String key, FieldValue value) {
    return new AppState(lastTimestamp, context.with(key, value));
  }
}
