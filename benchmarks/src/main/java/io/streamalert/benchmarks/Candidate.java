package io.streamalert.benchmarks;

/** A way to hold a parsed log. Used by one thread. */
public interface Candidate {

  /**
   * Reads a log.
   *
   * @param json the log
   * @return something that depends on the result, so that the work cannot be left out
   */
  long parse(byte[] json);

  /**
   * Reads a log, then does with it what classification and rules do: see {@link Work}.
   *
   * @param json the log
   * @return the same number for all candidates
   */
  long parseAndWork(byte[] json);
}
