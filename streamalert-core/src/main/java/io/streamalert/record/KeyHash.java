package io.streamalert.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A quick hash of short byte texts: it looks at the length and at most 16 bytes. */
final class KeyHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private KeyHash() {}

  /** Only the fixed names of a set share slots, so that hostile keys cannot make long chains. */
  static int of(byte[] bytes, int start, int length) {
    long hash = length;
    if (length >= Long.BYTES) {
      hash ^= (long) LONGS.get(bytes, start) * MIX;
      hash ^= Long.rotateLeft((long) LONGS.get(bytes, start + length - Long.BYTES), 29);
    } else {
      for (int i = start; i < start + length; i++) {
        hash = hash * 31 + bytes[i];
      }
    }
    hash *= MIX;
    return (int) (hash >>> 32);
  }

  static boolean same(byte[] name, byte[] bytes, int start, int length) {
    return name.length == length && JsonBytes.same(bytes, start, name);
  }
}
