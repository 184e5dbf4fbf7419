package io.streamalert.spi;

import io.streamalert.record.FieldValue;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What one poll of a service gave. Immutable and safe for use by many threads. */
public final class AppPoll {

  private final List<FieldValue> logs;
  private final AppState next;
  private final boolean more;
  private final Duration pause;

  private AppPoll(List<FieldValue> logs, AppState next, boolean more, Duration pause) {
    this.logs = List.copyOf(logs);
    this.next = Objects.requireNonNull(next, "next");
    this.more = more;
    this.pause = pause;
  }

  /**
   * A poll after which there is nothing more for now; the next one comes by schedule.
   *
   * @param logs the logs, oldest first; may be empty. A log is a JSON value, or a text if it is no
   *     JSON
   * @param next how far this poll came
   * @return what the poll gave
   */
  public static AppPoll last(List<FieldValue> logs, AppState next) {
    return new AppPoll(logs, next, false, Duration.ZERO);
  }

  /**
   * A poll after which there is more; the next one comes at once.
   *
   * @param logs the logs, oldest first; may be empty. A log is a JSON value, or a text if it is no
   *     JSON
   * @param next how far this poll came
   * @return what the poll gave
   */
  public static AppPoll more(List<FieldValue> logs, AppState next) {
    return new AppPoll(logs, next, true, Duration.ZERO);
  }

  /**
   * The same, but the service wants to be left alone for a time before it is asked again.
   *
   * @param wait the least time until the next poll; not negative
   * @return what the poll gave
   * @throws IllegalArgumentException if the time is negative
   */
  public AppPoll pausing(Duration wait) {
    if (Objects.requireNonNull(wait, "wait").isNegative()) {
      throw new IllegalArgumentException(
          "The pause before the next poll must not be negative: " + wait);
    }
    return new AppPoll(logs, next, more, wait);
  }

  /**
   * The logs that were collected.
   *
   * @return the logs, oldest first; unmodifiable
   */
  public List<FieldValue> logs() {
    return logs;
  }

  /**
   * How far this poll came.
   *
   * @return the state for the next poll
   */
  public AppState next() {
    return next;
  }

  /**
   * Whether the service has more logs that can be collected now.
   *
   * @return true if it has
   */
  public boolean more() {
    return more;
  }

  /**
   * The least time until the next poll.
   *
   * @return the time; zero if there is no need to wait
   */
  public Duration pause() {
    return pause;
  }

  @Override
  public String toString() {
    return "AppPoll[" + logs.size() + " logs, upTo=" + next.lastTimestamp() + ", more=" + more
        + ", pause=" + pause + "]";
  }
}
