package io.streamalert.local.journal;

import java.nio.ByteBuffer;

/**
 * What the blocks of a segment hold together. Immutable.
 *
 * @param blocks how many blocks
 * @param records how many records
 * @param artifacts how many artifacts
 * @param earliest the earliest time of classification, in microseconds since 1970
 * @param latest the latest one
 * @param lastCommit the number of the newest commit; 0 if there is none
 */
record Sums(
    long blocks, long records, long artifacts, long earliest, long latest, long lastCommit) {

  static final Sums NONE = new Sums(0, 0, 0, Long.MAX_VALUE, Long.MIN_VALUE, 0);
  static final int SIZE = 6 * Long.BYTES;

  Sums plus(BlockHeader block) {
    return new Sums(
        blocks + 1,
        records + block.records(),
        artifacts + block.artifacts(),
        Math.min(earliest, block.earliest()),
        Math.max(latest, block.latest()),
        block.commit());
  }

  /** The block that ends a segment. */
  Block seal() {
    byte[] payload = ByteBuffer.allocate(SIZE)
        .putLong(blocks)
        .putLong(records)
        .putLong(artifacts)
        .putLong(earliest)
        .putLong(latest)
        .putLong(lastCommit)
        .array();
    int checksum = BlockHeader.checksum(payload, SIZE);
    return new Block(
        new BlockHeader(BlockHeader.SEAL, lastCommit, SIZE, SIZE, 0, 0, earliest, latest, checksum),
        payload);
  }

  static Sums ofSeal(byte[] payload) {
    ByteBuffer in = ByteBuffer.wrap(payload);
    return new Sums(
        in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.getLong());
  }
}
