package io.streamalert.record;

import org.jspecify.annotations.Nullable;

/**
 * The encodings in which Python's {@code json.loads} takes bytes, found as it finds them: by a byte
 * order mark, else by where the first zero bytes are.
 */
enum JsonEncoding {
  /** UTF-8 without a byte order mark. */
  UTF_8(1, false, 0),
  /** UTF-8 with a byte order mark. */
  UTF_8_MARKED(1, false, 3),
  /** UTF-16, lower byte first, without a byte order mark. */
  UTF_16_LE(2, false, 0),
  /** UTF-16, lower byte first, with a byte order mark. */
  UTF_16_LE_MARKED(2, false, 2),
  /** UTF-16, higher byte first, without a byte order mark. */
  UTF_16_BE(2, true, 0),
  /** UTF-16, higher byte first, with a byte order mark. */
  UTF_16_BE_MARKED(2, true, 2),
  /** UTF-32, lowest byte first, without a byte order mark. */
  UTF_32_LE(4, false, 0),
  /** UTF-32, lowest byte first, with a byte order mark. */
  UTF_32_LE_MARKED(4, false, 4),
  /** UTF-32, highest byte first, without a byte order mark. */
  UTF_32_BE(4, true, 0),
  /** UTF-32, highest byte first, with a byte order mark. */
  UTF_32_BE_MARKED(4, true, 4);

  private final int unit;
  private final boolean bigEndian;

  /** How many bytes the byte order mark takes. */
  final int mark;

  JsonEncoding(int unit, boolean bigEndian, int mark) {
    this.unit = unit;
    this.bigEndian = bigEndian;
    this.mark = mark;
  }

  /** Returns whether the bytes can be read in place. */
  boolean isUtf8() {
    return unit == 1;
  }

  /** Returns the name of the encoding, without byte order. */
  String family() {
    return "UTF-" + unit * 8;
  }

  /** Returns the encoding of a range. */
  static JsonEncoding of(byte[] bytes, int offset, int length) {
    if (length < 2) {
      return UTF_8;
    }
    int b0 = bytes[offset] & 0xff;
    int b1 = bytes[offset + 1] & 0xff;
    if (b0 != 0 && b1 != 0 && b0 < 0xef) {
      return UTF_8; // nearly always
    }
    int b2 = length > 2 ? bytes[offset + 2] & 0xff : -1;
    int b3 = length > 3 ? bytes[offset + 3] & 0xff : -1;
    JsonEncoding marked = marked(b0, b1, b2, b3);
    return marked != null ? marked : byZeros(b0, b1, b2, b3);
  }

  private static @Nullable JsonEncoding marked(int b0, int b1, int b2, int b3) {
    if (b0 == 0 && b1 == 0 && b2 == 0xfe && b3 == 0xff) {
      return UTF_32_BE_MARKED;
    }
    if (b0 == 0xff && b1 == 0xfe) {
      return b2 == 0 && b3 == 0 ? UTF_32_LE_MARKED : UTF_16_LE_MARKED;
    }
    if (b0 == 0xfe && b1 == 0xff) {
      return UTF_16_BE_MARKED;
    }
    return b0 == 0xef && b1 == 0xbb && b2 == 0xbf ? UTF_8_MARKED : null;
  }

  private static JsonEncoding byZeros(int b0, int b1, int b2, int b3) {
    if (b2 >= 0 && b3 < 0) {
      return UTF_8; // three bytes
    }
    if (b0 == 0) {
      return b1 == 0 && b3 >= 0 ? UTF_32_BE : UTF_16_BE;
    }
    if (b1 == 0) {
      return b2 == 0 && b3 == 0 ? UTF_32_LE : UTF_16_LE;
    }
    return UTF_8;
  }

  /**
   * Returns the text of a range as UTF-8, without its byte order mark; for encodings other than
   * UTF-8.
   *
   * @return the text, or null if the range is not well-formed or takes more bytes than
   *     {@code limit}
   */
  byte @Nullable [] toUtf8(byte[] bytes, int offset, int length, int limit) {
    int end = offset + length;
    long size = 0;
    for (int p = offset + mark; p < end; p += width(bytes, p)) {
      int c = character(bytes, p, end);
      if (c < 0) {
        return null;
      }
      size += utf8Length(c);
    }
    if (size > limit) {
      return null;
    }
    byte[] out = new byte[(int) size];
    int at = 0;
    for (int p = offset + mark; p < end; p += width(bytes, p)) {
      at = put(out, at, character(bytes, p, end));
    }
    return out;
  }

  /** Returns the code point at {@code p}, or -1 if there is none. */
  private int character(byte[] bytes, int p, int end) {
    if (end - p < unit) {
      return -1;
    }
    int c = unit(bytes, p);
    if (unit == 2
        && c >= Character.MIN_HIGH_SURROGATE
        && c <= Character.MAX_HIGH_SURROGATE
        && end - p >= 4) {
      int low = unit(bytes, p + 2);
      boolean pair = low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE;
      return pair ? Character.toCodePoint((char) c, (char) low) : -1;
    }
    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return lone || c > Character.MAX_CODE_POINT ? -1 : c;
  }

  private int width(byte[] bytes, int p) {
    return unit == 2 && Character.isHighSurrogate((char) unit(bytes, p)) ? 4 : unit;
  }

  /** Returns the code unit at {@code p}; negative for a UTF-32 unit far out of range. */
  private int unit(byte[] bytes, int p) {
    int value = 0;
    for (int i = 0; i < unit; i++) {
      value = (value << 8) | (bytes[bigEndian ? p + i : p + unit - 1 - i] & 0xff);
    }
    return value;
  }

  private static int utf8Length(int c) {
    if (c < 0x80) {
      return 1;
    }
    return c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }

  private static int put(byte[] out, int at, int c) {
    int width = utf8Length(c);
    if (width == 1) {
      out[at] = (byte) c;
      return at + 1;
    }
    int rest = c;
    for (int i = width - 1; i > 0; i--, rest >>= 6) {
      out[at + i] = (byte) (0x80 | (rest & 0x3f));
    }
    out[at] = (byte) (0xf00 >> width | rest); // as many ones as bytes, then a zero
    return at + width;
  }
}
