package io.streamalert.local.framing;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

class FramingFuzzTest {

  /** Nothing is lost, nothing is too long, and the blocks do not matter. The first two bytes choose limit and block size. */
  @FuzzTest(maxDuration = "30s")
  void framesKeepTheLaws(byte[] input) {
    if (input.length > 2) {
      byte[] content = Arrays.copyOfRange(input, 2, input.length);
      FramingLaws.check(content, (input[0] & 0x3f) + 1, (input[1] & 0x1f) + 1);
    }
  }
}
