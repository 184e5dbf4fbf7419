package io.streamalert.record;

/** A quick hash of short byte texts: it looks at the length and at most 16 bytes. */
final class KeyHash {

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

  private KeyHash() {}

  /** Only the fixed names of a set share slots, so that hostile keys cannot make long chains. */
  static int of(byte[] bytes, int start, int length) {
    long hash = length;
    if (length >= Long.BYTES) {
      hash ^= (long) JsonBytes.LONGS.get(bytes, start) * MIX;
      hash ^= Long.rotateLeft((long) JsonBytes.LONGS.get(bytes, start + length - Long.BYTES), 29);
    } else if (length >= Integer.BYTES) {
      hash ^= (int) JsonBytes.INTS.get(bytes, start) * MIX;
      hash ^= Long.rotateLeft((int) JsonBytes.INTS.get(bytes, start + length - Integer.BYTES), 29);
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
