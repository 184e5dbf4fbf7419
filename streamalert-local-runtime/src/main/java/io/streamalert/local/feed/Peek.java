package io.streamalert.local.feed;

import io.streamalert.local.framing.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipException;

/** Looks into files without taking anything. */
final class Peek {

  /** So many bytes tell whether a file is compressed. */
  static final int MAGIC = 4;

  private static final int SKIPPED_AT_ONCE = 1 << 16;

  private Peek() {}

  static boolean isPacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(MAGIC);
      return Content.isCompressed(first, first.length);
    }
  }

  /**
   * Opens the decompressed content of a file behind its first bytes.
   *
   * @throws EOFException if it has fewer of them
   */
  static Content open(Path file, boolean packed, long offset) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      if (!packed) {
        in.skipNBytes(offset);
        return Content.plain(in);
      }
      Content content = Content.open(in);
      skip(content, offset);
      return content;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static void skip(Content content, long count) throws IOException {
    byte[] block = new byte[(int) Math.min(count, SKIPPED_AT_ONCE)];
    while (content.count() < count) {
      content.read(block, 0, (int) Math.min(count - content.count(), block.length));
      if (content.failure().isPresent()) {
        throw content.failure().get();
      }
      if (content.ended()) {
        throw new EOFException("it is shorter than it was");
      }
    }
  }

  /** A part of the decompressed content, or as much as there is of it. */
  static byte[] at(Path file, boolean packed, long offset, int length) throws IOException {
    byte[] bytes = new byte[length];
    try (Content content = open(file, packed, offset)) {
      int count = content.read(bytes, 0, length);
      return count < length ? Arrays.copyOf(bytes, count) : bytes;
    } catch (EOFException | ZipException e) {
      return new byte[0];
    }
  }

  /** Whether a file has what was taken. */
  static boolean holds(Path file, boolean packed, Progress taken) throws IOException {
    boolean first = hasMark(file, packed, taken.first());
    if (!first || !(taken.last().equals(taken.first()) || hasMark(file, packed, taken.last()))) {
      return false;
    }
    try (Content content = open(file, packed, taken.offset())) {
      return content.failure().isEmpty();
    } catch (EOFException | ZipException e) {
      return false;
    }
  }

  static boolean hasMark(Path file, boolean packed, Mark mark) throws IOException {
    return mark.length() == 0 || mark.fits(at(file, packed, mark.place(), mark.length()));
  }
}
