package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void numbersAreReadable() {
    assertThat(Text.count(1, "log", "logs")).isEqualTo("1 log");
    assertThat(Text.count(1_234_567, "log", "logs")).isEqualTo("1,234,567 logs");
    assertThat(Text.bytes(999)).isEqualTo("999 bytes");
    assertThat(Text.bytes(1_500)).isEqualTo("1.5 kB");
    assertThat(Text.bytes(2_500_000)).isEqualTo("2.5 MB");
    assertThat(Text.speed(5_000_000, 2)).isEqualTo("2.5 MB/s");
    assertThat(Text.speed(0, 0)).isEqualTo("0.0 MB/s");
  }
}
