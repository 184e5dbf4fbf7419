package io.streamalert.local.framing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Decompresses gzip of any number of members.
 *
 * <p>{@link java.util.zip.GZIPInputStream} asks {@code available()} whether another member follows, and takes what it
 * cannot read behind a member for the end: on a pipe, and after damage, it loses data without a word. Here the stream
 * is read to its end, and whatever is not gzip is an error. Zero bytes behind a member are padding.
 */
public final class GzipMembers extends InputStream {

  private static final int BUFFER = 1 << 16;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int at;
  private int end;
  private boolean inMember;

  /**
   * Decompresses a stream.
   *
   * @param in the stream; closed with this one
   */
  public GzipMembers(InputStream in) {
    this.in = in;
  }

  /**
   * Whether content starts as gzip does: magic number and the only method there is.
   *
   * @param first the first bytes
   * @param length how many of them there are
   * @return whether it is gzip
   */
  public static boolean isStart(byte[] first, int length) {
    return length >= 3 && (first[0] & 0xff) == 0x1f && (first[1] & 0xff) == 0x8b && first[2] == 8;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Returns as soon as there is anything, so that what came before damage is not lost. */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (inMember || startMember()) {
      int count = inflate(into, offset, length);
      if (count > 0) {
        crc.update(into, offset, count);
        return count;
      }
      endMember();
    }
    return -1;
  }

  private int inflate(byte[] into, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(into, offset, length);
      while (count == 0 && !inflater.finished()) {
        if (inflater.needsDictionary()) {
          throw new ZipException("its gzip data is damaged");
        }
        refill();
        inflater.setInput(buffer, at, end - at);
        count = inflater.inflate(into, offset, length);
      }
      return count;
    } catch (DataFormatException e) {
      throw new ZipException("its gzip data is damaged: " + e.getMessage());
    }
  }

  /** Called when everything was handed to the inflater, or read. */
  private void refill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    if (end == 0) {
      throw new EOFException("its gzip data ends in the middle");
    }
  }

  private int next() throws IOException {
    if (at == end) {
      refill();
    }
    return buffer[at++] & 0xff;
  }

  private boolean isAtEnd() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return at == end;
  }

  private boolean startMember() throws IOException {
    while (!isAtEnd() && buffer[at] == 0) {
      at++;
    }
    if (isAtEnd()) {
      return false;
    }
    if (next() != 0x1f || next() != 0x8b || next() != 8) {
      throw new ZipException("something that is not gzip follows its gzip data");
    }
    skipHeader(next());
    crc.reset();
    inflater.reset();
    inflater.setInput(buffer, at, end - at);
    inMember = true;
    return true;
  }

  private void skipHeader(int flags) throws IOException {
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) {
      // Names and comments say nothing about the content.
    }
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    long size = inflater.getBytesWritten() & 0xffffffffL;
    if (littleEndian() != crc.getValue() || littleEndian() != size) {
      throw new ZipException("its gzip data is damaged: the checksum is wrong");
    }
    inMember = false;
  }

  private long littleEndian() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
