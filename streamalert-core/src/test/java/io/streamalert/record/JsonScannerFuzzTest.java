package io.streamalert.record;

import com.code_intelligence.jazzer.junit.FuzzTest;

class JsonScannerFuzzTest {

  /**
   * Accepts and rejects, reads and writes as the oracle does. The depth is small so that the limit
   * is met.
   */
  @FuzzTest(maxDuration = "30s")
  void agreesWithTheOracle(byte[] document) {
    new JsonChecks(8).check(document);
  }
}
