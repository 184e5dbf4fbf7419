package io.streamalert.local;

import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.settings.Settings;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Finds out whether content is one JSON document or lines, and cuts it. Not thread-safe. */
final class Framing {

  /** The first bytes that are read of any content; most files of messages are small. */
  private static final int FIRST_READ = 1 << 13;

  private static final LogSource NOWHERE = LogSource.of("file", "framing");

  private final Settings settings;
  private final int blockSize;
  private final IntConsumer room;

  /**
   * A framing.
   *
   * @param settings the limits
   * @param blockSize the size of the blocks that lines are cut from
   * @param room called before more than a block is held, with its size
   */
  Framing(Settings settings, int blockSize, IntConsumer room) {
    this.settings = settings;
    this.blockSize = blockSize;
    this.room = room;
  }

  /** Cuts content whose lines are messages. */
  void messages(Content content, FrameSink sink) {
    byte[] head = new byte[Math.min(FIRST_READ, blockSize)];
    lines(content, sink, head, content.read(head, 0, head.length));
  }

  /** Cuts content which is one JSON document, or else lines. */
  void documentOrLines(Content content, FrameSink sink) {
    int limit = settings.maxDocumentBytes();
    byte[] head = new byte[Math.min(FIRST_READ, blockSize)];
    int length = content.read(head, 0, head.length);
    while (!content.ended()
        && length <= limit
        && !(length >= blockSize && isSurelyLines(head, length))) {
      head = grown(head, limit + 1);
      length += content.read(head, length, head.length - length);
    }
    if (content.ended() && length <= limit && isJson(head, 0, length)) {
      sink.log(head, 0, length, 0);
    } else {
      lines(content, sink, head, length);
    }
  }

  private byte[] grown(byte[] head, int most) {
    int size = (int) Math.min(2L * head.length, most);
    if (size > blockSize) {
      // Old and new are there at once while it grows.
      room.accept(size + head.length);
    }
    return Arrays.copyOf(head, size);
  }

  private void lines(Content content, FrameSink sink, byte[] head, int length) {
    new LineCutter(content, sink, settings.maxDocumentBytes(), blockSize, room).cut(head, length);
  }

  /**
   * Whether the first block is enough to know that all of it is no document: it starts as no JSON does, or its first
   * line is JSON and something follows. Never true in doubt.
   */
  private boolean isSurelyLines(byte[] head, int length) {
    int start = 0;
    while (start < length && LineCutter.isBlank(head[start])) {
      start++;
    }
    if (start == length || !isAscii(head, length)) {
      return false;
    }
    if ("{[\"-0123456789tfnNI".indexOf(head[start]) < 0) {
      return true;
    }
    int stop = start;
    while (stop < length && head[stop] != '\n') {
      stop++;
    }
    return !LineCutter.isBlank(head, stop, length) && isJson(head, start, stop - start);
  }

  /** Whether the first bytes are neither a byte order mark nor half of wider characters. */
  private static boolean isAscii(byte[] head, int length) {
    for (int i = 0; i < Math.min(length, 4); i++) {
      if (head[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  private boolean isJson(byte[] bytes, int offset, int length) {
    RawLog log = RawLog.of(NOWHERE, Position.of("framing"), bytes, offset, length);
    return length > 0 && new JsonReader(settings.maxDepth()).read(log).isPresent();
  }
}
