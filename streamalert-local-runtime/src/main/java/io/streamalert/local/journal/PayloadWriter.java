package io.streamalert.local.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes the payload of one block after the other into a buffer that is used again. For one thread. */
final class PayloadWriter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int FIRST_SIZE = 1 << 16;
  private static final int LONGEST_VARINT = 10;
  private static final int LOW_BITS = 0x7f;
  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private final Map<String, Integer> known = new HashMap<>();
  private byte[] buffer = new byte[FIRST_SIZE];
  private int length;

  byte[] buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  /** Begins the next block, and does not keep a buffer of unusual size for it. */
  void reset(int mostKept) {
    known.clear();
    length = 0;
    if (buffer.length > mostKept) {
      buffer = new byte[FIRST_SIZE];
    }
  }

  void putLong(long value) {
    reserve(Long.BYTES);
    LONGS.set(buffer, length, value);
    length += Long.BYTES;
  }

  void putVarint(long value) {
    reserve(LONGEST_VARINT);
    long rest = value;
    while ((rest & ~LOW_BITS) != 0) {
      buffer[length++] = (byte) ((rest & LOW_BITS) | MORE);
      rest >>>= BITS;
    }
    buffer[length++] = (byte) rest;
  }

  /** A number that may be negative; small ones of either sign are short. */
  void putSigned(long value) {
    putVarint((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  /** A text that is likely to come again: its bytes at first, then only its number. */
  void putName(String name) {
    Integer number = known.putIfAbsent(name, known.size() + 1);
    putVarint(number == null ? 0 : number);
    if (number == null) {
      putText(name);
    }
  }

  void putText(String text) {
    byte[] utf8 = text.getBytes(UTF_8);
    putVarint(utf8.length);
    reserve(utf8.length);
    System.arraycopy(utf8, 0, buffer, length, utf8.length);
    length += utf8.length;
  }

  private void reserve(int more) {
    long needed = (long) length + more;
    if (needed > BlockHeader.LARGEST) {
      throw new IllegalStateException("A block of the journal holds at most " + BlockHeader.LARGEST
          + " bytes. Append a batch of that size as several blocks.");
    }
    if (needed > buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.max(needed, 2L * buffer.length));
    }
  }
}
