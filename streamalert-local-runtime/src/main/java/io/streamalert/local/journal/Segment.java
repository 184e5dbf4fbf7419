package io.streamalert.local.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A file of the journal, and what was committed in it at one moment. Immutable.
 *
 * @param number its number; later segments have higher ones
 * @param file the file
 * @param sealed whether nothing will be appended to it any more
 * @param bytes how much of the file counts
 * @param records how many records it holds
 * @param artifacts how many artifacts it holds
 * @param earliest when the first of its records was classified
 * @param latest when the last of its records was classified
 */
public record Segment(
    long number,
    Path file,
    boolean sealed,
    long bytes,
    long records,
    long artifacts,
    Instant earliest,
    Instant latest) {

  static Segment of(long number, Path file, boolean sealed, Extent extent) {
    Sums sums = extent.sums();
    return new Segment(
        number,
        file,
        sealed,
        extent.end(),
        sums.records(),
        sums.artifacts(),
        time(sums.earliest()),
        time(sums.latest()));
  }

  private static Instant time(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
