package io.streamalert.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/**
 * How some measurements of the same thing lie.
 *
 * @param median the one in the middle; of an even number the greater of two
 * @param least the least
 * @param greatest the greatest
 */
record Spread(double median, double least, double greatest) {

  static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  /** {@return for example {@code 1.68 (1.52–1.73)}} */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", median, least, greatest);
  }
}
