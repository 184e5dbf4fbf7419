package io.streamalert.local.journal;

import java.time.Duration;
import java.util.Objects;

/**
 * When a segment has enough, so that the next one is begun. The blocks of one append stay together, so a segment may get
 * larger. Immutable.
 *
 * @param bytes from which size on; positive
 * @param age from which age on, asked at the next append; positive
 */
public record SegmentLimits(long bytes, Duration age) {

  /** 64 MiB or an hour. */
  public static final SegmentLimits DEFAULTS = new SegmentLimits(64L << 20, Duration.ofHours(1));

  /**
   * Checks both limits.
   *
   * @param bytes from which size on
   * @param age from which age on
   * @throws IllegalArgumentException if one is not positive
   */
  public SegmentLimits {
    Objects.requireNonNull(age, "age");
    if (bytes < 1 || age.isNegative() || age.isZero()) {
      throw new IllegalArgumentException(
          "A segment needs a positive size and age, but has " + bytes + " bytes and " + age);
    }
  }
}
