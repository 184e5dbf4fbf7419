package io.streamalert.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait after an attempt that failed: any time up to a limit that doubles with each
 * attempt, until it reaches the longest. The random share keeps alerts that failed together from
 * coming back together.
 */
record Backoff(Duration first, Duration longest, DoubleSupplier random) {

  private static final int MOST_DOUBLINGS = 30;

  static void check(Duration first, Duration longest) {
    if (first.isNegative() || first.compareTo(longest) > 0) {
      throw new IllegalArgumentException("The first backoff must be from zero to the longest, but"
          + " they are " + first + " and " + longest);
    }
    if (longest.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("The longest backoff is at most one day, not " + longest);
    }
  }

  /** How long to wait after an attempt, counted from 1. */
  Duration after(int attempt) {
    long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
    long limit = Math.min(longest.toMillis(), doubled);
    return Duration.ofMillis((long) (limit * random.getAsDouble()));
  }
}
