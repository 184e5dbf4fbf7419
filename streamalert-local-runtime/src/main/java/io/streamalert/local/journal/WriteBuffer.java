package io.streamalert.local.journal;

import io.streamalert.local.journal.JournalFiles.OpenFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is written together, so that an append is one write unless it is larger than the buffer. Outside of the heap,
 * where the system takes it from. For one thread at a time.
 */
final class WriteBuffer {

  private static final int SIZE = 1 << 20;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE);
  private @Nullable OpenFile file;
  private long offset;

  /** Begins to write at a place of a file. */
  void start(OpenFile into, long at) {
    buffer.clear();
    file = into;
    offset = at;
  }

  void put(byte[] bytes) throws IOException {
    int done = 0;
    while (done < bytes.length) {
      if (!buffer.hasRemaining()) {
        flush();
      }
      int next = Math.min(buffer.remaining(), bytes.length - done);
      buffer.put(bytes, done, next);
      done += next;
    }
  }

  void flush() throws IOException {
    if (file == null) {
      throw new IllegalStateException("There is no file to write");
    }
    buffer.flip();
    int length = buffer.remaining();
    file.write(buffer, offset);
    offset += length;
    buffer.clear();
  }
}
