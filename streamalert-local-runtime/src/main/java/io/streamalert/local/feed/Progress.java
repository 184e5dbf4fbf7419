package io.streamalert.local.feed;

/**
 * How far the content of a file was taken.
 *
 * @param offset where in the decompressed content the next line starts
 * @param units how many frames were taken of content that is counted by frames, since it may be a document; then the
 *     offset is 0
 * @param first a mark near the start
 * @param last a mark of the last line that was taken
 */
record Progress(long offset, long units, Mark first, Mark last) {

  static final Progress NOTHING = new Progress(0, 0, Mark.NONE, Mark.NONE);

  boolean isNothing() {
    return offset == 0 && units == 0;
  }
}
