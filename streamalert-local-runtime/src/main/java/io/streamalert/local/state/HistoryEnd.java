package io.streamalert.local.state;

/**
 * A place in the history. Immutable.
 *
 * @param segment the number of the segment; 0 if the commit named none
 * @param bytes the end in bytes from the start of the segment
 */
public record HistoryEnd(long segment, long bytes) {}
