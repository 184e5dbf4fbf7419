package io.streamalert.outputs;

import java.util.Locale;

/** Makes text fit for a terminal. All methods are pure and safe for use by many threads. */
public final class TerminalText {

  private static final String MORE = "...";

  private TerminalText() {}

  /**
   * The text without characters that steer a terminal. Logs are written by whoever attacks, and a
   * title, a key or a file name may come from there.
   *
   * @param text any text
   * @return the text, in which control characters other than line feeds, invisible format
   *     characters, line separators and lone surrogates are spelled as {@code \}{@code u001b}
   */
  public static String clean(String text) {
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

  /**
   * The beginning of a text.
   *
   * @param text any text
   * @param most how many characters there may be, at least 3
   * @return the text, or its beginning and three dots if it is longer
   */
  public static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - MORE.length()) + MORE;
  }
}
