package io.streamalert.cli;

import java.util.Locale;

/** Puts things into words. */
final class Text {

  private static final double KILO = 1_000;

  private Text() {}

  /**
   * The text without characters that steer a terminal. Logs are written by whoever attacks, and a title, a key or a file
   * name may come from there.
   */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (isHarmless(c)) {
        clean.appendCodePoint(c);
      } else {
        clean.append(String.format(Locale.ROOT, "\\u%04x", c));
      }
    });
    return clean.toString();
  }

  private static boolean isHarmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c == '\n';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

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

  /** At most so many characters. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 3) + "...";
  }
}
