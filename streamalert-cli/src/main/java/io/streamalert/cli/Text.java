package io.streamalert.cli;

import java.util.Locale;

/** Puts things into words. */
final class Text {

  private static final double KILO = 1_000;

  private Text() {}

  /** A number with separators. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** An amount of bytes. */
  static String bytes(long bytes) {
    if (bytes < KILO) {
      return bytes + " bytes";
    }
    return bytes < KILO * KILO
        ? String.format(Locale.ROOT, "%.1f kB", bytes / KILO)
        : String.format(Locale.ROOT, "%.1f MB", bytes / KILO / KILO);
  }

  /** Bytes per second. */
  static String speed(long bytes, double seconds) {
    return String.format(Locale.ROOT, "%.1f MB/s", bytes / KILO / KILO / Math.max(seconds, 0.001));
  }
}
