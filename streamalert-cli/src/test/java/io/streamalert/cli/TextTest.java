package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void whatSteersATerminalIsSpelledOut() {
    assertThat(Text.clean("a\u001b[31m\r\u0007b\u009b\u202ec\ud800"))
        .isEqualTo("a\\u001b[31m\\u000d\\u0007b\\u009b\\u202ec\\ud800");
    assertThat(Text.clean("Grüße\n日本 \ud83d\ude00")).isEqualTo("Grüße\n日本 \ud83d\ude00");
  }

  @Test
  void numbersAreReadable() {
    assertThat(Text.count(1, "log", "logs")).isEqualTo("1 log");
    assertThat(Text.count(1_234_567, "log", "logs")).isEqualTo("1,234,567 logs");
    assertThat(Text.bytes(999)).isEqualTo("999 bytes");
    assertThat(Text.bytes(1_500)).isEqualTo("1.5 kB");
    assertThat(Text.bytes(2_500_000)).isEqualTo("2.5 MB");
    assertThat(Text.speed(5_000_000, 2)).isEqualTo("2.5 MB/s");
    assertThat(Text.speed(0, 0)).isEqualTo("0.0 MB/s");
    assertThat(Text.cut("abcdef", 5)).isEqualTo("ab...");
    assertThat(Text.cut("abcde", 5)).isEqualTo("abcde");
  }
}
