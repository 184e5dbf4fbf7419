package io.streamalert.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogsTest {

  @Test
  void batchesEndAt256Logs() {
    assertThat(Logs.generated(600).batches()).extracting(List::size).containsExactly(256, 256, 88);
  }

  @Test
  void batchesEndAtOneMebibyte() {
    List<byte[]> large = Collections.nCopies(5, new byte[400_000]);

    assertThat(Logs.of("cloudtrail", large).batches())
        .extracting(List::size)
        .containsExactly(2, 2, 1);
  }

  @Test
  void aSourceHoldsOneFamily() {
    assertThat(Logs.generated(100).batches().get(0))
        .extracting(log -> log.source().resource())
        .containsOnly("cloudtrail", "cloudwatch", "osquery");
  }
}
