package io.streamalert.benchmarks;

/**
 * What one fork measured of one way to go over logs.
 *
 * @param logs what logs
 * @param way what was done to them
 * @param base the way with which times are compared
 * @param timesReadTree how many times as fast as reading them with Jackson, median of the passes
 * @param timeOfBase how many times the time of that way, median of the passes
 * @param nanos nanoseconds a log, median of the passes
 * @param result how many records came of all logs, or what else was counted
 * @param candidates how many rules a record may trigger by the field that they need, on average; NaN
 *     where no rules run
 */
record Row(
    String logs,
    String way,
    String base,
    double timesReadTree,
    double timeOfBase,
    double nanos,
    long result,
    double candidates) {

  private static final String SEPARATOR = "\t";

  /** Reads what {@link #toLine} wrote. */
  static Row parse(String line) {
    String[] parts = line.split(SEPARATOR, -1);
    return new Row(
        parts[0],
        parts[1],
        parts[2],
        Double.parseDouble(parts[3]),
        Double.parseDouble(parts[4]),
        Double.parseDouble(parts[5]),
        Long.parseLong(parts[6]),
        Double.parseDouble(parts[7]));
  }

  String toLine() {
    return String.join(
        SEPARATOR,
        logs,
        way,
        base,
        String.valueOf(timesReadTree),
        String.valueOf(timeOfBase),
        String.valueOf(nanos),
        String.valueOf(result),
        String.valueOf(candidates));
  }
}
