package io.streamalert.cli;

/**
 * How tests run.
 *
 * @param classifyOnly whether rules are left out
 * @param repeat how many times at most
 * @param stats whether to tell what the rules did
 * @param mutations whether to try the tests on changed rules
 * @param leastScore the mutation score, in percent, below which the command fails
 */
record TestMode(
    boolean classifyOnly, int repeat, boolean stats, boolean mutations, int leastScore) {

  /** Classification alone, once. */
  static final TestMode CLASSIFIER = new TestMode(true, 1, false, false, 0);

  /** Rules, once. */
  static final TestMode LIVE = new TestMode(false, 1, false, false, 0);
}
