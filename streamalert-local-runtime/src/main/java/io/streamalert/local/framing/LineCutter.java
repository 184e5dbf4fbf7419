package io.streamalert.local.framing;

import io.streamalert.local.framing.Refused.Why;
import java.util.function.IntConsumer;

/**
 * Cuts content into lines without copying them one by one: it reads blocks, and only the unfinished line at the end of
 * a block moves to the next one. A line ends with LF, or CR LF, or the content. Not thread-safe; for one use.
 */
final class LineCutter implements Cutter {

  private final Content content;
  private final FrameSink sink;
  private final int limit;
  private final int blockSize;
  private final IntConsumer room;
  private final LastLine lastLine;

  private byte[] block = new byte[0];
  private int start;
  private int end;
  private long base;
  private long left = -1;

  LineCutter(
      Content content,
      FrameSink sink,
      int limit,
      int blockSize,
      IntConsumer room,
      LastLine lastLine) {
    this.content = content;
    this.sink = sink;
    this.limit = limit;
    this.blockSize = blockSize;
    this.room = room;
    this.lastLine = lastLine;
  }

  /**
   * Begins with a block that was read already.
   *
   * @param head the block, which is not written again
   * @param from where in it the first line starts
   * @param to where what was read ends
   * @param place where in the content the block is
   * @return this
   */
  LineCutter begin(byte[] head, int from, int to, long place) {
    block = head;
    start = from;
    end = to;
    base = place;
    cutLines(from);
    return this;
  }

  @Override
  public boolean step() {
    if (content.ended()) {
      takeLastLine();
      return false;
    }
    // Two more, as CR LF may follow.
    if (end - start >= limit + 2) {
      skipLong();
    } else {
      cutLines(readOn());
    }
    return true;
  }

  @Override
  public long next() {
    return left < 0 ? base + start : left;
  }

  private void takeLastLine() {
    if (start < end && lastLine.isTaken(content)) {
      line(end);
      start = end;
    }
  }

  private void cutLines(int from) {
    for (int i = from; i < end; i++) {
      if (block[i] == '\n') {
        line(i > start && block[i - 1] == '\r' ? i - 1 : i);
        start = i + 1;
      }
    }
  }

  private void line(int stop) {
    int length = stop - start;
    if (isBlank(block, start, stop)) {
      sink.blank();
    } else if (length > limit) {
      sink.refused(block, start, limit, Refused.at(Why.LINE, base + start, length));
    } else {
      sink.log(block, start, length, base + start);
    }
  }

  /** Reads a block behind the unfinished line; returns where the new bytes start. */
  private int readOn() {
    int pending = end - start;
    int size = Math.max(blockSize, Math.min(2 * pending, limit + 2));
    if (size > blockSize) {
      room.accept(size);
    }
    byte[] next = new byte[size];
    System.arraycopy(block, start, next, 0, pending);
    base += start;
    start = 0;
    block = next;
    end = pending + content.read(next, pending, size - pending);
    return pending;
  }

  /** Passes over a line that is too long, keeping its start. */
  private void skipLong() {
    byte[] kept = block;
    int keptAt = start;
    long place = base + start;
    boolean blank = isBlank(block, start, end);
    int stop = end;
    byte last = 0;
    while (stop == end && !content.ended()) {
      last = block[end - 1];
      start = end;
      readOn();
      stop = endOfLine();
      blank &= isBlank(block, 0, stop);
    }
    if (stop == end && !lastLine.isTaken(content)) {
      left = place;
    } else if (blank) {
      sink.blank();
    } else {
      last = stop > 0 ? block[stop - 1] : last;
      long length = base + stop - place - (stop < end && last == '\r' ? 1 : 0);
      sink.refused(kept, keptAt, limit, Refused.at(Why.LINE, place, length));
    }
    start = Math.min(stop + 1, end);
    cutLines(start);
  }

  private int endOfLine() {
    int i = 0;
    while (i < end && block[i] != '\n') {
      i++;
    }
    return i;
  }

  static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isBlank(bytes[i])) {
        return false;
      }
    }
    return true;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }
}
