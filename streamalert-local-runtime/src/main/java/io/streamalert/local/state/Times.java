package io.streamalert.local.state;

import java.time.Instant;

/**
 * Times as numbers that sort: nanoseconds since 1970. Those that do not fit, before 1677 and after
 * 2262, become the least and the greatest number.
 */
final class Times {

  private static final long NANOS = 1_000_000_000L;
  private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;

  private Times() {}

  static long nanos(Instant time) {
    if (Math.abs(time.getEpochSecond()) > MOST_SECONDS) {
      return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
    return time.getEpochSecond() * NANOS + time.getNano();
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}
