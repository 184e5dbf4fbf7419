package io.streamalert.local.journal;

/**
 * Records with their artifacts, encoded for the journal. Made by a {@link BlockBuilder}. Immutable and safe for use by
 * many threads.
 */
public final class Block {

  private final BlockHeader header;
  private final byte[] payload;

  Block(BlockHeader header, byte[] payload) {
    this.header = header;
    this.payload = payload;
  }

  /** Without the number of its commit, which is not known yet. */
  BlockHeader header() {
    return header;
  }

  byte[] payload() {
    return payload;
  }

  /**
   * How many records it holds.
   *
   * @return the number
   */
  public int records() {
    return header.records();
  }

  /**
   * How many artifacts it holds.
   *
   * @return the number
   */
  public int artifacts() {
    return header.artifacts();
  }

  /**
   * How much of the journal it takes.
   *
   * @return the size in bytes
   */
  public long bytes() {
    return header.bytes();
  }

  /** {@return sizes, never content} */
  @Override
  public String toString() {
    return "Block[records=" + records() + ", artifacts=" + artifacts() + ", bytes=" + bytes() + "]";
  }
}
