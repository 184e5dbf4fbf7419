package io.streamalert.local.intake;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of a body, bounded twice: by the limit of one body, and by the room of all. For one thread at a time. */
final class HttpBody {

  private static final int FIRST = 1 << 13;

  /** What became of some bytes. */
  enum Added {
    /** They are in. */
    YES,
    /** With them the body is too large. */
    TOO_LARGE,
    /** All bodies together are too large. */
    NO_ROOM
  }

  private final int limit;
  private final Room.Hold hold;
  private byte[] bytes = new byte[0];
  private int length;

  HttpBody(int limit, Room.Hold hold) {
    this.limit = limit;
    this.hold = hold;
  }

  /** An empty body with the same limits, for what this one becomes by decompression. */
  HttpBody another() {
    return new HttpBody(limit, hold);
  }

  /** Adds all that a buffer has left, or nothing. */
  Added add(ByteBuffer more) {
    int count = more.remaining();
    if (count > limit - length) {
      return Added.TOO_LARGE;
    }
    if (count > bytes.length - length && !grow(length + count)) {
      return Added.NO_ROOM;
    }
    more.get(bytes, length, count);
    length += count;
    return Added.YES;
  }

  private boolean grow(int least) {
    int size =
        Math.min(limit, Math.max(Math.max(least, FIRST), (int) Math.min(limit, 2L * length)));
    if (!hold.take(size - bytes.length)) {
      return false;
    }
    bytes = Arrays.copyOf(bytes, size);
    return true;
  }

  /** The array that the bytes are at the start of; never written again once the body is complete. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int limit() {
    return limit;
  }
}
