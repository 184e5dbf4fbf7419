package io.streamalert.record;

import com.google.common.base.Utf8;

/**
 * Tells whether bytes are UTF-8. ASCII is skipped eight bytes at a time, and only the few other bytes
 * that most logs have are looked at one by one.
 */
final class WellFormedUtf8 {

  private static final long HIGHS = 0x8080808080808080L;

  private WellFormedUtf8() {}

  /** Returns whether the bytes from {@code start} up to {@code end} are UTF-8. */
  static boolean in(byte[] bytes, int start, int end) {
    int p = skipAscii(bytes, start, end);
    while (p < end) {
      int run = p;
      while (p < end && bytes[p] < 0) {
        p++;
      }
      // No sequence of UTF-8 holds a byte of ASCII, so that each run stands for itself.
      if (!Utf8.isWellFormed(bytes, run, p - run)) {
        return false;
      }
      p = skipAscii(bytes, p, end);
    }
    return true;
  }

  private static int skipAscii(byte[] bytes, int from, int end) {
    int p = from;
    while (p <= end - Long.BYTES) {
      long high = (long) JsonBytes.LONGS.get(bytes, p) & HIGHS;
      if (high != 0) {
        return p + (Long.numberOfTrailingZeros(high) >>> 3);
      }
      p += Long.BYTES;
    }
    while (p < end && bytes[p] >= 0) {
      p++;
    }
    return p;
  }
}
