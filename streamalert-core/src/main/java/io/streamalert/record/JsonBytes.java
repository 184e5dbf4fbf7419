package io.streamalert.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Compares and decodes the text of JSON strings in place.
 *
 * <p>All sources are ranges of well-formed UTF-8 with valid JSON escapes, which {@link JsonScanner}
 * has checked.
 */
final class JsonBytes {

  /** Reads eight bytes as one number, the first byte lowest. */
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Reads four bytes as one number, the first byte lowest. */
  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private JsonBytes() {}

  /** Returns the text of a range without escapes. */
  static String decode(byte[] bytes, int start, int length) {
    return new String(bytes, start, length, UTF_8);
  }

  /** Returns the text of a range with escapes. */
  static String unescape(byte[] bytes, int start, int end) {
    char[] out = new char[end - start]; // every character takes at least as many bytes as chars
    int length = 0;
    for (int p = start; p < end; p += width(bytes, p)) {
      int c = character(bytes, p);
      if (c <= Character.MAX_VALUE) {
        out[length++] = (char) c;
      } else {
        length += Character.toChars(c, out, length);
      }
    }
    return new String(out, 0, length);
  }

  /** Returns whether a range, decoded, equals {@code s}; allocates nothing. */
  static boolean equalsDecoded(byte[] bytes, int start, int end, String s) {
    int at = 0;
    for (int p = start; p < end; p += width(bytes, p)) {
      int c = character(bytes, p);
      if (c > Character.MAX_VALUE) {
        if (at + 2 > s.length() || s.codePointAt(at) != c) {
          return false;
        }
        at += 2;
      } else if (at == s.length() || s.charAt(at++) != c) {
        return false;
      }
    }
    return at == s.length();
  }

  /** Returns whether a range with escapes, decoded, equals a text given as UTF-8. */
  static boolean equalsEscaped(byte[] bytes, int start, int end, byte[] utf8) {
    // An escape is longer than what it stands for, at most six times: this bounds what a hostile
    // key can cost.
    int length = end - start;
    return length > utf8.length
        && length <= 6L * utf8.length
        && equalsDecoded(bytes, start, end, new String(utf8, UTF_8));
  }

  /**
   * Returns whether {@code expected} stands at {@code start}; its length must fit.
   *
   * <p>The last comparison may overlap the one before it: that is faster than a loop over the bytes
   * that are left.
   */
  static boolean same(byte[] bytes, int start, byte[] expected) {
    int last = expected.length - Long.BYTES;
    if (last < 0) {
      return sameShort(bytes, start, expected);
    }
    for (int i = 0; i < last; i += Long.BYTES) {
      if ((long) LONGS.get(bytes, start + i) != (long) LONGS.get(expected, i)) {
        return false;
      }
    }
    return (long) LONGS.get(bytes, start + last) == (long) LONGS.get(expected, last);
  }

  private static boolean sameShort(byte[] bytes, int start, byte[] expected) {
    int length = expected.length;
    int last = length - Integer.BYTES;
    if (last >= 0) {
      return (int) INTS.get(bytes, start) == (int) INTS.get(expected, 0)
          && (int) INTS.get(bytes, start + last) == (int) INTS.get(expected, last);
    }
    int middle = length >> 1;
    return length == 0
        || (bytes[start] == expected[0]
            && bytes[start + middle] == expected[middle]
            && bytes[start + length - 1] == expected[length - 1]);
  }

  /** Returns whether two ranges of the same array hold the same bytes. */
  static boolean same(byte[] bytes, int a, int b, int length) {
    return Arrays.equals(bytes, a, a + length, bytes, b, b + length);
  }

  /**
   * Returns whether the chars of {@code s} stand at {@code start} as single bytes; its length must
   * fit.
   *
   * <p>A byte of a longer UTF-8 sequence is negative and equals no char, so text that is not ASCII
   * never matches.
   */
  static boolean startsWithAscii(byte[] bytes, int start, String s) {
    for (int i = 0; i < s.length(); i++) {
      if (bytes[start + i] != s.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether ASCII text occurs in a range without escapes. */
  static boolean containsAscii(byte[] bytes, int start, int end, String s) {
    int last = end - s.length();
    for (int p = start; p <= last; p++) {
      if (startsWithAscii(bytes, p, s)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether {@code s} has only ASCII characters. */
  static boolean isAscii(String s) {
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** Returns how many bytes the character at {@code p} takes: an escape, or a UTF-8 sequence. */
  private static int width(byte[] bytes, int p) {
    int b = bytes[p];
    if (b == '\\') {
      return bytes[p + 1] == 'u' ? 6 : 2;
    }
    return b >= 0 ? 1 : Integer.numberOfLeadingZeros(~b << 24);
  }

  /** Returns the code point at {@code p}; of an escaped surrogate, only that half. */
  private static int character(byte[] bytes, int p) {
    int b = bytes[p];
    if (b >= 0) {
      return b == '\\' ? escape(bytes, p + 1) : b;
    }
    int width = width(bytes, p);
    int c = b & 0x7f >> width;
    for (int i = 1; i < width; i++) {
      c = (c << 6) | (bytes[p + i] & 0x3f);
    }
    return c;
  }

  /** Returns the char that an escape stands for, given the offset after its backslash. */
  private static int escape(byte[] bytes, int p) {
    return switch (bytes[p]) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex(bytes, p + 1);
      default -> bytes[p];
    };
  }

  /** Returns the value of the four hexadecimal digits at {@code p}, or -1 if they are none. */
  static int hex(byte[] bytes, int p) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      // Digits of other scripts are no matter: a single byte is never one.
      int digit = Character.digit(bytes[p + i], 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
