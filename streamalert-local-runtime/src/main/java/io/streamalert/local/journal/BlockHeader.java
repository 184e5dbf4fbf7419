package io.streamalert.local.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the payload of a block. Immutable.
 *
 * @param flags bits, see the constants
 * @param commit the number of the commit that the block belongs to
 * @param stored how many bytes of payload follow
 * @param length how many bytes the payload has without compression
 * @param records how many records it holds
 * @param artifacts how many artifacts it holds
 * @param earliest the earliest time of classification, in microseconds since 1970
 * @param latest the latest one
 * @param checksum the CRC32C of the payload as stored
 */
record BlockHeader(
    int flags,
    long commit,
    int stored,
    int length,
    int records,
    int artifacts,
    long earliest,
    long latest,
    int checksum) {

  /** The payload is compressed by zstd. */
  static final int COMPRESSED = 1;

  /** The first block of those that were appended at once. */
  static final int FIRST = 2;

  /** The last block of a segment, which holds no records but the sums of all others. */
  static final int SEAL = 4;

  static final int SIZE = 56;
  static final int LARGEST = 1 << 30;

  private static final int KNOWN_FLAGS = COMPRESSED | FIRST | SEAL;
  private static final int MAGIC = 'S' << 24 | 'A' << 16 | 'J' << 8 | 'B';
  private static final byte VERSION = 1;
  private static final int VERSION_AT = 4;
  private static final int CHECKED = SIZE - Integer.BYTES;

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** How many bytes header and payload take. */
  long bytes() {
    return SIZE + (long) stored;
  }

  BlockHeader numbered(long number, int moreFlags) {
    return new BlockHeader(
        flags | moreFlags, number, stored, length, records, artifacts, earliest, latest, checksum);
  }

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(SIZE)
        .putInt(MAGIC)
        .put(VERSION)
        .put((byte) flags)
        .putShort((short) 0)
        .putLong(commit)
        .putInt(stored)
        .putInt(length)
        .putInt(records)
        .putInt(artifacts)
        .putLong(earliest)
        .putLong(latest)
        .putInt(checksum);
    return out.putInt(checksum(out.array(), CHECKED)).array();
  }

  /** Reads a header; null if the bytes are none, or a part of one. */
  static @Nullable BlockHeader decode(byte[] bytes) {
    if (bytes.length < SIZE) {
      return null;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean sound = in.getInt(0) == MAGIC && in.getInt(CHECKED) == checksum(bytes, CHECKED);
    if (!sound || bytes[VERSION_AT] != VERSION) {
      return null;
    }
    in.position(VERSION_AT + 1);
    int flags = in.get();
    in.getShort();
    BlockHeader header = new BlockHeader(
        flags,
        in.getLong(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getInt());
    return header.isPossible() ? header : null;
  }

  private boolean isPossible() {
    return (flags & ~KNOWN_FLAGS) == 0
        && isLength(stored)
        && isLength(length)
        && records >= 0
        && artifacts >= 0;
  }

  private static boolean isLength(int bytes) {
    return bytes >= 0 && bytes <= LARGEST;
  }

  static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
