package io.streamalert.benchmarks;

/**
 * What one fork measured of one way to classify.
 *
 * @param logs what logs
 * @param way what was done to them
 * @param timesReadTree how many times as fast as reading them with Jackson, median of the passes
 * @param timeOfFamily how many times the time that it takes with only the types of the right family,
 *     median of the passes; NaN where that is no question
 * @param nanos nanoseconds a log, median of the passes
 * @param result how many records came of all logs, or what else was counted
 */
record Row(
    String logs, String way, double timesReadTree, double timeOfFamily, double nanos, long result) {

  private static final String SEPARATOR = "\t";

  /** Reads what {@link #toLine} wrote. */
  static Row parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    return new Row(
        parts[0],
        parts[1],
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Long.parseLong(parts[5]));
  }

  String toLine() {
    return String.join(
        SEPARATOR,
        logs,
        way,
        String.valueOf(timesReadTree),
        String.valueOf(timeOfFamily),
        String.valueOf(nanos),
        String.valueOf(result));
  }
}
