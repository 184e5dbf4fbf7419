package io.streamalert.local.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a segment begins with. Immutable.
 *
 * @param version the version of the form
 * @param instance the state that the journal belongs to
 * @param number the number of the segment
 * @param created when it was begun, in microseconds since 1970
 */
record SegmentHeader(int version, UUID instance, long number, long created) {

  static final int SIZE = 44;
  static final byte VERSION = 1;

  private static final int MAGIC = 'S' << 24 | 'A' << 16 | 'J' << 8 | 'S';
  private static final int CHECKED = SIZE - Integer.BYTES;
  private static final int UNUSED = 3;
  private static final Pattern NAME = Pattern.compile("(\\d{10})\\.log");

  SegmentHeader(UUID instance, long number, long created) {
    this(VERSION, instance, number, created);
  }

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(SIZE)
        .putInt(MAGIC)
        .put((byte) version)
        .put(new byte[UNUSED])
        .putLong(instance.getMostSignificantBits())
        .putLong(instance.getLeastSignificantBits())
        .putLong(number)
        .putLong(created);
    return out.putInt(BlockHeader.checksum(out.array(), CHECKED)).array();
  }

  /** Reads a header; null if the bytes are none, or a part of one. */
  static @Nullable SegmentHeader decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < SIZE
        || in.getInt() != MAGIC
        || in.getInt(CHECKED) != BlockHeader.checksum(bytes, CHECKED)) {
      return null;
    }
    int version = in.get();
    in.position(in.position() + UNUSED);
    return new SegmentHeader(
        version, new UUID(in.getLong(), in.getLong()), in.getLong(), in.getLong());
  }

  static Path file(Path folder, long number) {
    return folder.resolve(String.format(Locale.ROOT, "%010d.log", number));
  }

  /** The number that a file name stands for; empty if it is none of a segment. */
  static OptionalLong number(String fileName) {
    Matcher name = NAME.matcher(fileName);
    return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
  }
}
