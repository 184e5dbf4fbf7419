package io.streamalert.record;

import io.streamalert.benchmarks.Work;

/** What core uses: a tape by {@link JsonScanner}. */
public final class SwarTape extends TapeCandidate {

  private final JsonScanner scanner = new JsonScanner(1000);

  /**
   * Creates a candidate.
   *
   * @param work what to do with a log
   */
  public SwarTape(Work work) {
    super(work);
  }

  @Override
  JsonTape read(byte[] json) {
    JsonTape tape = scanner.scan(json, 0, json.length);
    if (tape == null) {
      throw new IllegalArgumentException(scanner.problem());
    }
    return tape;
  }
}
