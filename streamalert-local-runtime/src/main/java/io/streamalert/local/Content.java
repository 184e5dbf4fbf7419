package io.streamalert.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decompressed bytes of an input. An error while reading is the end, and is told at the end. */
final class Content implements Closeable {

  /** Larger reads would make the JDK hold as much memory outside of the heap. */
  private static final int LARGEST_READ = 1 << 17;

  private static final int MAGIC = 4;

  private final InputStream in;
  private @Nullable IOException failure;
  private boolean ended;

  private Content(InputStream in) {
    this.in = in;
  }

  static Content open(LogInput input) throws IOException {
    InputStream raw = input.open();
    try {
      PushbackInputStream in = new PushbackInputStream(raw, MAGIC);
      byte[] first = in.readNBytes(MAGIC);
      in.unread(first);
      return new Content(decompressed(in, first));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream decompressed(InputStream in, byte[] first) throws IOException {
    if (GzipMembers.isStart(first, first.length)) {
      return new GzipMembers(in);
    }
    return ZstdFrames.isStart(first, first.length) ? ZstdFrames.open(in) : in;
  }

  /** Fills a part of an array; returns how much it could fill, which is less than all of it only at the end. */
  int read(byte[] into, int offset, int length) {
    int filled = 0;
    while (filled < length && !ended) {
      filled += readSome(into, offset + filled, Math.min(length - filled, LARGEST_READ));
    }
    return filled;
  }

  private int readSome(byte[] into, int offset, int length) {
    try {
      int count = in.read(into, offset, length);
      ended = count < 0;
      return Math.max(0, count);
    } catch (IOException e) {
      failure = e;
      ended = true;
      return 0;
    }
  }

  /** Whether a read found the end. */
  boolean ended() {
    return ended;
  }

  /** Why the end came too early. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
