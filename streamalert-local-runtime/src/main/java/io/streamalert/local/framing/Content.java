package io.streamalert.local.framing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The decompressed bytes of an input. An error while reading is the end, and is told at the end. Not thread-safe. */
public final class Content implements Closeable {

  /** Larger reads would make the JDK hold as much memory outside of the heap. */
  private static final int LARGEST_READ = 1 << 17;

  private static final int MAGIC = 4;

  private final InputStream in;
  private final boolean waits;
  private @Nullable IOException failure;
  private boolean ended;
  private long count;

  private Content(InputStream in, boolean waits) {
    this.in = in;
    this.waits = waits;
  }

  /**
   * Opens content that ends, and decompresses it if it starts like gzip or zstd.
   *
   * @param raw the content; closed with this, and if this cannot be opened
   * @return the content
   * @throws IOException if its first bytes cannot be read
   */
  public static Content open(InputStream raw) throws IOException {
    return new Content(decompressed(raw), true);
  }

  /**
   * Opens content that comes slowly: what has come is read without waiting for more to fill a block.
   *
   * @param raw the content; closed with this, and if this cannot be opened
   * @return the content
   * @throws IOException if its first bytes cannot be read
   */
  public static Content live(InputStream raw) throws IOException {
    return new Content(decompressed(raw), false);
  }

  /**
   * Content that is no compressed file, whatever it starts with.
   *
   * @param raw the content; closed with this
   * @return the content
   */
  public static Content plain(InputStream raw) {
    return new Content(raw, true);
  }

  private static InputStream decompressed(InputStream raw) throws IOException {
    try {
      PushbackInputStream in = new PushbackInputStream(raw, MAGIC);
      byte[] first = in.readNBytes(MAGIC);
      in.unread(first);
      return decompressed(in, first);
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

  /**
   * Whether content is compressed.
   *
   * @param first its first bytes
   * @param length how many of them there are; of four or more the answer is final
   * @return whether it starts as gzip or zstd does
   */
  public static boolean isCompressed(byte[] first, int length) {
    return GzipMembers.isStart(first, length) || ZstdFrames.isStart(first, length);
  }

  /**
   * Fills a part of an array.
   *
   * @param into the array
   * @param offset where the part starts
   * @param length how long it is
   * @return how much could be filled; of content that does not come slowly less than all only at the end
   */
  public int read(byte[] into, int offset, int length) {
    int filled = 0;
    while (filled < length && !ended && (waits || filled == 0)) {
      filled += readSome(into, offset + filled, Math.min(length - filled, LARGEST_READ));
    }
    count += filled;
    return filled;
  }

  private int readSome(byte[] into, int offset, int length) {
    try {
      int read = in.read(into, offset, length);
      ended = read < 0;
      return Math.max(0, read);
    } catch (IOException e) {
      failure = e;
      ended = true;
      return 0;
    }
  }

  /**
   * Whether a read found the end.
   *
   * @return whether there is nothing more
   */
  public boolean ended() {
    return ended;
  }

  /**
   * Why the end came too early.
   *
   * @return the error, if there was one so far
   */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * How much was read so far.
   *
   * @return the number of bytes
   */
  public long count() {
    return count;
  }

  /**
   * What a person is told of an error.
   *
   * @param error the error
   * @return the reason, without any part of the content
   */
  public static String reason(IOException error) {
    if (error instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (error instanceof AccessDeniedException) {
      return "there is no permission to read it";
    }
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
