package io.streamalert.record;

/**
 * One parsed JSON document: its bytes, and an index over them.
 *
 * <p>Nothing is decoded or copied when a document is read. The index ("tape") holds, in document
 * order, where each value starts and ends in {@link #bytes}; text and numbers are read from there
 * when somebody asks. A value is named by its index in {@link #words}; the root has index 0.
 *
 * <ul>
 *   <li>{@code words[i]} is {@code kind << 28 | offset of the first byte}; the text of a string
 *       starts after its quote.
 *   <li>A scalar takes two words: {@code words[i + 1]} is its length in bytes, without quotes. The
 *       sign bit is set for a string that contains a backslash.
 *   <li>A list or a map takes three words: {@code words[i + 1]} is the index after all of its
 *       content, {@code words[i + 2]} the offset just past its closing bracket. Its content
 *       follows; each member of a map is a string (its key) and then its value.
 * </ul>
 *
 * <p>A tape is immutable by convention: neither array is written after {@link JsonScanner#scan} has
 * returned it, and none is ever reused for another document. It may therefore be read by any number
 * of threads. Indexes are not checked: callers pass only those that a tape gave them.
 */
final class JsonTape {

  /** The literal {@code null}. */
  static final int NULL = 0;

  /** The literal {@code false}. */
  static final int FALSE = 1;

  /** The literal {@code true}. */
  static final int TRUE = 2;

  /** A number with neither a fraction nor an exponent, of any size. */
  static final int INTEGER = 3;

  /**
   * A number with a fraction or an exponent, or one of {@code NaN}, {@code Infinity} and {@code
   * -Infinity}.
   */
  static final int FLOAT = 4;

  /** A string. */
  static final int STRING = 5;

  /** An array; kinds from here on are containers. */
  static final int LIST = 6;

  /** An object. */
  static final int MAP = 7;

  /** Bits of an offset in a first word; the kind is above them. */
  static final int OFFSET_BITS = 28;

  /** The largest offset that a tape can hold. */
  static final int MAX_OFFSET = (1 << OFFSET_BITS) - 1;

  /** Set in the second word of a string that contains a backslash. */
  static final int ESCAPED = Integer.MIN_VALUE;

  /** The document, as UTF-8; offsets refer to it. */
  final byte[] bytes;

  /** The index. */
  final int[] words;

  /** True only if no text in it has a character beyond ASCII. */
  final boolean ascii;

  /**
   * Wraps both arrays, without a copy.
   *
   * @param bytes the document
   * @param words its index, exactly as long as needed
   * @param ascii whether it is known that no text in it has a character beyond ASCII
   */
  JsonTape(byte[] bytes, int[] words, boolean ascii) {
    this.bytes = bytes;
    this.words = words;
    this.ascii = ascii;
  }

  /** Returns the kind of value {@code i}, one of the constants of this class. */
  int kind(int i) {
    return words[i] >>> OFFSET_BITS;
  }

  /**
   * Returns the offset of the first byte of value {@code i}; for a string, of the byte after its
   * quote.
   */
  int start(int i) {
    return words[i] & MAX_OFFSET;
  }

  /**
   * Returns how many bytes of source value {@code i} has: without the quotes of a string, with the
   * brackets.
   */
  int length(int i) {
    return kind(i) >= LIST ? words[i + 2] - start(i) : words[i + 1] & ~ESCAPED;
  }

  /** Returns whether value {@code i} is a string whose source contains a backslash. */
  boolean escaped(int i) {
    return kind(i) == STRING && words[i + 1] < 0;
  }

  /** Returns the index after value {@code i} and all of its content. */
  int next(int i) {
    return kind(i) >= LIST ? words[i + 1] : i + 2;
  }

  /**
   * Returns the index of the first element, or first key, of container {@code i}; {@link #next} of
   * it if empty.
   */
  int firstChild(int i) {
    return i + 3;
  }

  /**
   * Returns the text of a string with its escapes decoded, or the source of any other value.
   *
   * <p>Two {@code \}{@code u} escapes that form a surrogate pair become that pair; a lone surrogate
   * stays alone.
   */
  String text(int i) {
    return escaped(i)
        ? JsonBytes.unescape(bytes, start(i), start(i) + length(i))
        : JsonBytes.decode(bytes, start(i), length(i));
  }

  /** Returns whether {@code text(i)} equals {@code s}; allocates nothing. */
  boolean textIs(int i, String s) {
    int length = length(i);
    if (!escaped(i) && length <= s.length()) {
      // The same number of bytes as of chars: equal only if both are ASCII, for other text takes
      // more bytes.
      return length == s.length() && JsonBytes.startsWithAscii(bytes, start(i), s);
    }
    // No character takes more than six bytes, so that comparing with a short text stays cheap.
    return length <= 6L * s.length()
        && JsonBytes.equalsDecoded(bytes, start(i), start(i) + length, s);
  }

  /**
   * Returns whether {@code text(i)} equals a text given as UTF-8; allocates nothing for a string
   * without escapes.
   *
   * @param i a string
   * @param utf8 the UTF-8 form of a text without lone surrogates
   */
  boolean textIs(int i, byte[] utf8) {
    int second = words[i + 1];
    if (second >= 0) {
      return second == utf8.length && JsonBytes.same(bytes, words[i] & MAX_OFFSET, utf8);
    }
    int start = words[i] & MAX_OFFSET;
    return JsonBytes.equalsEscaped(bytes, start, start + (second & ~ESCAPED), utf8);
  }

  /**
   * Returns the index of the value of the last member of {@code map} whose key is {@code key}, or
   * -1.
   */
  int find(int map, String key) {
    boolean ascii = JsonBytes.isAscii(key);
    int found = -1;
    int end = words[map + 1];
    for (int i = map + 3; i < end; i = next(i + 2)) {
      int second = words[i + 1];
      if ((second == key.length() || second < 0 || !ascii) && textIs(i, key)) {
        found = i + 2;
      }
    }
    return found;
  }

  /**
   * Returns the index of the value of the last member of {@code map} with this key, or -1.
   *
   * @param map a map
   * @param keyUtf8 the UTF-8 form of a key without lone surrogates
   */
  int find(int map, byte[] keyUtf8) {
    int found = -1;
    int end = words[map + 1];
    for (int i = map + 3; i < end; i = next(i + 2)) {
      int second = words[i + 1];
      // Most keys differ in length, so that most members cost one comparison here.
      if ((second == keyUtf8.length || second < 0) && textIs(i, keyUtf8)) {
        found = i + 2;
      }
    }
    return found;
  }

  /** Returns whether {@code text(i)} starts with {@code s}. */
  boolean textStartsWith(int i, String s) {
    if (plain(i, s)) {
      return s.length() <= length(i) && JsonBytes.startsWithAscii(bytes, start(i), s);
    }
    return text(i).startsWith(s);
  }

  /** Returns whether {@code text(i)} ends with {@code s}. */
  boolean textEndsWith(int i, String s) {
    if (plain(i, s)) {
      int skipped = length(i) - s.length();
      return skipped >= 0 && JsonBytes.startsWithAscii(bytes, start(i) + skipped, s);
    }
    return text(i).endsWith(s);
  }

  /** Returns whether {@code text(i)} contains {@code s}. */
  boolean textContains(int i, String s) {
    if (plain(i, s)) {
      return JsonBytes.containsAscii(bytes, start(i), start(i) + length(i), s);
    }
    return text(i).contains(s);
  }

  /** Returns whether the source bytes can be compared with the chars of {@code s} one by one. */
  private boolean plain(int i, String s) {
    return !escaped(i) && JsonBytes.isAscii(s);
  }

  /**
   * Returns whether two members of a map have the same key, after decoding.
   *
   * @param map a map
   */
  boolean hasDuplicateKeys(int map) {
    return JsonTapeWriter.distinctMembers(this, map) != null;
  }

  /**
   * Appends value {@code i} as compact JSON, as it stands in the source but without whitespace.
   *
   * <p>Of duplicate keys only one is written: at the place of the first and with the value of the
   * last, as Python's dictionaries do it. {@code NaN}, {@code Infinity} and {@code -Infinity}
   * become strings, for JSON has no such numbers. Text that is not ASCII is written as it is.
   */
  void appendJson(int i, StringBuilder out) {
    new JsonTapeWriter(this, out).write(i);
  }

  /** Returns the whole document as compact JSON; for debuggers and tests. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    appendJson(0, out);
    return out.toString();
  }
}
