package io.streamalert.outputs;

import java.util.ArrayList;
import java.util.List;

/** Brings texts into the limits of services. No cut goes through a character or an escape. */
final class Texts {

  private static final String ELISION = " ... ";
  private static final char REPLACEMENT = '\ufffd';
  private static final int LONGEST_ESCAPE = 6;

  private Texts() {}

  /** The beginning and the end of a text that is longer than allowed. */
  static String elide(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int half = (most - ELISION.length()) / 2;
    int end = text.length() - half;
    return text.substring(0, before(text, half))
        + ELISION
        + text.substring(splits(text, end) ? end + 1 : end);
  }

  /** The beginning of a text that is longer than allowed. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, before(text, most));
  }

  /** Without lone surrogates and NUL, which some services take for a broken request. */
  static String wellFormed(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
            ? REPLACEMENT
            : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** In one line, without characters that steer anything. */
  static String oneLine(String text) {
    return wellFormed(text).replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** With the characters spelled out that steer Slack, and nothing else. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** With quotes spelled out as well. */
  static String escapeAll(String text) {
    return escape(text).replace("\"", "&quot;").replace("'", "&#x27;");
  }

  /**
   * A text in parts of limited size, cut at the last line feed that fits, else the last space, else
   * anywhere. The line feed or space itself is left out; nothing else is.
   */
  static List<String> parts(String text, int most) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (rest.length() > most) {
      int gap = gap(rest, most);
      int end = gap > 0 ? gap : outsideOfEscape(rest, before(rest, most));
      parts.add(rest.substring(0, end));
      rest = rest.substring(gap > 0 ? end + 1 : end);
    }
    parts.add(rest);
    return parts;
  }

  private static int gap(String text, int most) {
    int line = text.lastIndexOf('\n', most);
    return line > 0 ? line : text.lastIndexOf(' ', most);
  }

  private static int outsideOfEscape(String text, int end) {
    int start = text.lastIndexOf('&', end - 1);
    boolean within =
        start > 0 && end - start < LONGEST_ESCAPE && text.substring(start, end).indexOf(';') < 0;
    return within ? start : end;
  }

  private static int before(String text, int index) {
    return splits(text, index) ? index - 1 : index;
  }

  private static boolean splits(String text, int index) {
    return index > 0
        && index < text.length()
        && Character.isHighSurrogate(text.charAt(index - 1))
        && Character.isLowSurrogate(text.charAt(index));
  }
}
