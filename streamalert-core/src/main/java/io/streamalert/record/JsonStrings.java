package io.streamalert.record;

/**
 * Finds where JSON strings end, eight bytes at a time.
 *
 * <p>Half of the time that reading a document takes is spent here, so it is written for speed: a
 * test of eight bytes is seven operations, and what is rare is in other methods, so that the common
 * part is small enough to be inlined.
 */
final class JsonStrings {

  /** What {@link #close} returns if the string is not valid. */
  static final int INVALID = -1;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long TWOS = 2 * ONES;
  private static final long QUOTE_OR_CONTROL = 0x21 * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  private long seen;
  private boolean sawUnicodeEscape;
  private String problem = "";
  private int problemOffset;

  /**
   * Forgets what {@link #sawOtherThanAscii} and {@link #sawUnicodeEscape} tell; call it before each
   * document.
   */
  void reset() {
    seen = 0;
    sawUnicodeEscape = false;
  }

  /**
   * Returns false only if all strings since {@link #reset} were ASCII; bytes shortly after them
   * count too.
   */
  boolean sawOtherThanAscii() {
    return (seen & HIGHS) != 0;
  }

  /** Returns whether a string since {@link #reset} had an escape by number, of any character. */
  boolean sawUnicodeEscape() {
    return sawUnicodeEscape;
  }

  /** Returns what was wrong with the last invalid string. */
  String problem() {
    return problem;
  }

  /** Returns where it was, in the array. */
  int problemOffset() {
    return problemOffset;
  }

  /**
   * Finds the closing quote.
   *
   * <p>The first 32 bytes, in which most strings end, are read without a loop: the compiler
   * prepares loops for many turns, which costs more than the few that strings need.
   *
   * @param bytes the document
   * @param from the offset after the opening quote
   * @param end where the document ends
   * @return the offset of the closing quote; its complement, less than {@link #INVALID}, if the
   *     string has an escape; or {@link #INVALID}
   */
  int close(byte[] bytes, int from, int end) {
    int p = from;
    if (p <= end - 4 * Long.BYTES) {
      long word = (long) JsonBytes.LONGS.get(bytes, p);
      long all = word;
      long stop = stop(word);
      if (stop == 0) {
        p += Long.BYTES;
        word = (long) JsonBytes.LONGS.get(bytes, p);
        all |= word;
        stop = stop(word);
        if (stop == 0) {
          p += Long.BYTES;
          word = (long) JsonBytes.LONGS.get(bytes, p);
          all |= word;
          stop = stop(word);
          if (stop == 0) {
            p += Long.BYTES;
            word = (long) JsonBytes.LONGS.get(bytes, p);
            all |= word;
            stop = stop(word);
          }
        }
      }
      seen |= all;
      if (stop != 0) {
        p += Long.numberOfTrailingZeros(stop) >>> 3;
        if (bytes[p] == '"') {
          return p;
        }
      }
    }
    return closeOfUnusual(bytes, p, end);
  }

  /**
   * Marks bytes that end a plain string by their high bit: a quote, a backslash, a control
   * character.
   *
   * <p>{@code word ^ TWOS} turns a quote into 0x20 and leaves control characters below it, so that
   * one subtraction borrows for both; another does for a backslash. Only the lowest mark is exact,
   * for a borrow can spoil the byte above; only the lowest is used.
   */
  private static long stop(long word) {
    return ((word ^ TWOS) - QUOTE_OR_CONTROL | (word ^ BACKSLASHES) - ONES) & ~word & HIGHS;
  }

  /**
   * Finds the closing quote of a string that is long, has an escape, or stands at the end of the
   * document.
   */
  private int closeOfUnusual(byte[] bytes, int from, int end) {
    boolean escaped = false;
    int p = next(bytes, from, end);
    while (p >= end || bytes[p] != '"') {
      p = afterEscape(bytes, p, end);
      if (p < 0) {
        return INVALID;
      }
      escaped = true;
      p = next(bytes, p, end);
    }
    return escaped ? ~p : p;
  }

  /** Returns the offset of the next byte that matters, or {@code end}. */
  private int next(byte[] bytes, int from, int end) {
    int p = from;
    long all = 0;
    while (p <= end - Long.BYTES) {
      long word = (long) JsonBytes.LONGS.get(bytes, p);
      all |= word;
      long stop = stop(word);
      if (stop != 0) {
        seen |= all;
        return p + (Long.numberOfTrailingZeros(stop) >>> 3);
      }
      p += Long.BYTES;
    }
    seen |= all;
    return lastBytes(bytes, p, end);
  }

  /** Does what {@link #next} does, for the last few bytes of the document. */
  private int lastBytes(byte[] bytes, int from, int end) {
    int p = from;
    for (; p < end; p++) {
      int c = bytes[p];
      seen |= c; // a negative byte becomes a number whose high bits are all set
      if (c == '"' || c == '\\' || (c >= 0 && c < ' ')) {
        break;
      }
    }
    return p;
  }

  /** Returns the offset after the escape at {@code p}, or a negative number if there is none. */
  private int afterEscape(byte[] bytes, int p, int end) {
    if (p >= end) {
      return invalid("a string is not closed", p);
    }
    if (bytes[p] != '\\') {
      return invalid("a control character in a string", p);
    }
    int c = p + 1 < end ? bytes[p + 1] : 0;
    if (c == 'u' && end - p >= 6 && JsonBytes.hex(bytes, p + 2) >= 0) {
      sawUnicodeEscape = true;
      return p + 6;
    }
    return "\"\\/bfnrt".indexOf(c) >= 0 ? p + 2 : invalid("an unknown escape in a string", p);
  }

  private int invalid(String reason, int offset) {
    problem = reason;
    problemOffset = offset;
    return INVALID;
  }
}
