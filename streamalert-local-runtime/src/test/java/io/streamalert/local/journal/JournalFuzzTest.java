package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class JournalFuzzTest {

  /** Any bytes are records or damage; and whatever is behind a segment header, blocks end where the file does. */
  @FuzzTest(maxDuration = "30s")
  void anyBytesAreRecordsOrDamage(byte[] input) throws IOException {
    int count = input.length == 0 ? 0 : input[0] & 7;
    try {
      assertThat(PayloadReader.read(input, count)).hasSize(count);
    } catch (Damage e) {
      assertThat(e).hasMessageContaining("the block");
    }
    Path file = Files.createTempFile("segment", ".log");
    try (SegmentReader reader = new SegmentReader(Files.write(file, input))) {
      Extent extent = reader.scan(input.length);
      assertThat(extent.end()).isLessThanOrEqualTo(Math.max(input.length, SegmentHeader.SIZE));
      assertThat(reader.seal() == null || input.length > Sums.SIZE).isTrue();
    } finally {
      Files.delete(file);
    }
  }
}
