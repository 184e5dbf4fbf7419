package io.streamalert.condition;

/**
 * Text without the difference of upper and lower case. Each character is made upper and then lower
 * case by itself, in no locale, as {@link String#equalsIgnoreCase} does it: {@code İ} and {@code ı}
 * become {@code i}, {@code ß} stays.
 */
final class Folding {

  private Folding() {}

  /** Returns the text itself where nothing changes. */
  static String fold(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (fold(c) != c) {
        return foldFrom(text, i);
      }
    }
    return text;
  }

  private static String foldFrom(String text, int start) {
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, start);
    text.substring(start).codePoints().forEach(c -> folded.appendCodePoint(fold(c)));
    return folded.toString();
  }

  private static int fold(int c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
    }
    return Character.toLowerCase(Character.toUpperCase(c));
  }

  /** Whether case makes any difference to a text. */
  static boolean hasCase(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.toUpperCase(c) != c || Character.toLowerCase(c) != c);
  }
}
