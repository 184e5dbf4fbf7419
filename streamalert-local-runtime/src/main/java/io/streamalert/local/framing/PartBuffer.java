package io.streamalert.local.framing;

import java.util.function.IntConsumer;

/**
 * Takes parts of content, one after another, in blocks that are never written twice. Of a part over the limit only the
 * start is kept. Not thread-safe.
 */
final class PartBuffer {

  private final int limit;
  private final int blockSize;
  private final IntConsumer room;

  private byte[] block = new byte[0];
  private int start;
  private int end;
  private long length;

  PartBuffer(int limit, int blockSize, IntConsumer room) {
    this.limit = limit;
    this.blockSize = blockSize;
    this.room = room;
  }

  /** Begins a new part. */
  void begin() {
    start = end;
    length = 0;
  }

  void append(byte[] bytes) {
    append(bytes, 0, bytes.length);
  }

  void append(byte[] bytes, int from, int to) {
    int count = Math.min(to - from, limit - kept());
    length += to - from;
    makeRoom(count);
    System.arraycopy(bytes, from, block, end, count);
    end += count;
  }

  private void makeRoom(int count) {
    if (block.length - end < count) {
      int kept = kept();
      int size = Math.max(blockSize, (int) Math.min(2L * (kept + count), limit));
      if (size > blockSize) {
        room.accept(size);
      }
      byte[] next = new byte[size];
      System.arraycopy(block, start, next, 0, kept);
      block = next;
      start = 0;
      end = kept;
    }
  }

  /** Takes away the blanks at its end, if all of it is there. */
  void strip() {
    while (kept() == length && end > start && LineCutter.isBlank(block[end - 1])) {
      end--;
      length--;
    }
  }

  boolean isBlank() {
    return kept() == length && LineCutter.isBlank(block, start, end);
  }

  byte[] block() {
    return block;
  }

  int start() {
    return start;
  }

  int kept() {
    return end - start;
  }

  /** How long the part is, kept or not. */
  long length() {
    return length;
  }
}
