package io.streamalert.local.journal;

/**
 * A part of a segment, from its start on. Immutable.
 *
 * @param end how many bytes it has
 * @param sums what its blocks hold
 */
record Extent(long end, Sums sums) {

  /** Nothing, not even a header. */
  static final Extent NONE = new Extent(0, Sums.NONE);

  static final Extent OF_HEADER = new Extent(SegmentHeader.SIZE, Sums.NONE);

  Extent plus(BlockHeader block) {
    return new Extent(end + block.bytes(), sums.plus(block));
  }
}
