package io.streamalert.local.framing;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.framing.Frames.Frame;
import io.streamalert.local.framing.Frames.Overlong;
import io.streamalert.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FramingTest {

  private static final Settings TIGHT = Settings.builder().maxDocumentBytes(10).build();

  @Test
  void eachLineIsALog() {
    Frames frames = Frames.of("{\"a\":1}\n{\"a\":2}\nno json\n");

    assertThat(frames.logs)
        .containsExactly(
            new Frame(0, "{\"a\":1}"), new Frame(8, "{\"a\":2}"), new Frame(16, "no json"));
  }

  @Test
  void aJsonDocumentIsOneLog() {
    String document = "\n {\"Records\":\n [1,\n 2]}\n\n";

    assertThat(Frames.of(document).logs).containsExactly(new Frame(0, document));
    assertThat(Frames.of("[1,\n2]").texts()).containsExactly("[1,\n2]");
    assertThat(Frames.of("17\n").texts()).containsExactly("17\n");
  }

  @Test
  void aDocumentInWideCharactersIsOneLog() {
    byte[] wide = "[1]\n".getBytes(StandardCharsets.UTF_16LE);

    assertThat(Frames.of("s3", wide, Settings.defaults(), 1 << 18).logs).hasSize(1);
    assertThat(Frames.of("s3", wide, Settings.defaults(), 4).logs).hasSize(1);
  }

  @Test
  void messagesAreLinesEvenInADocument() {
    byte[] document = Bytes.of("[1,\n2]");

    for (String service : new String[] {"kinesis", "sns", "sqs", "streamalert_app"}) {
      assertThat(Frames.of(service, document, Settings.defaults(), 64).texts())
          .containsExactly("[1,", "2]");
    }
    assertThat(Frames.of("http", document, Settings.defaults(), 64).texts())
        .containsExactly("[1,\n2]");
  }

  @Test
  void blankLinesAreCountedOnly() {
    Frames frames = Frames.of("\n \t\r\na\n\n\r\nb\r\r\n  ");

    assertThat(frames.logs).containsExactly(new Frame(5, "a"), new Frame(10, "b\r"));
    assertThat(frames.blank).isEqualTo(5);
  }

  @Test
  void anEmptyFileHasNoLogs() {
    Frames frames = Frames.of("");

    assertThat(frames.logs).isEmpty();
    assertThat(frames.blank).isZero();
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(Frames.of("a\r\nb").texts()).containsExactly("a", "b");
    assertThat(Frames.of("a\nb\r").texts()).containsExactly("a", "b\r");
  }

  @Test
  void aLineOverTheLimitIsKeptInPart() {
    String line = "0123456789x";

    for (int blockSize = 1; blockSize < 40; blockSize++) {
      Frames frames = Frames.of(
          "s3", Bytes.of("a\n" + line + "\n" + line + line + "\r\nb\n" + line), TIGHT, blockSize);

      assertThat(frames.texts()).containsExactly("a", "b");
      assertThat(frames.overlong).extracting(Overlong::place).containsExactly(2L, 14L, 40L);
      assertThat(frames.overlong).extracting(Overlong::kept).containsOnly("0123456789");
    }
  }

  @Test
  void aLineOfExactlyTheLimitIsALog() {
    for (int blockSize = 1; blockSize < 40; blockSize++) {
      Frames frames =
          Frames.of("s3", Bytes.of("0123456789\r\n0123456789\n0123456789"), TIGHT, blockSize);

      assertThat(frames.texts()).containsExactly("0123456789", "0123456789", "0123456789");
      assertThat(frames.overlong).isEmpty();
    }
  }

  @Test
  void aBlankLineOverTheLimitIsBlank() {
    Frames frames =
        Frames.of("s3", Bytes.of("a\n" + " ".repeat(50) + "\nb\n" + " ".repeat(50)), TIGHT, 8);

    assertThat(frames.texts()).containsExactly("a", "b");
    assertThat(frames.blank).isEqualTo(2);
  }

  @Test
  void moreThanABlockIsAskedFor() throws IOException {
    int[] asked = {0};
    Framing framing =
        new Framing(Settings.defaults(), 16, size -> asked[0] = Math.max(asked[0], size));
    InputStream line = new ByteArrayInputStream(Bytes.of("x".repeat(100)));

    try (Content content = Content.open(line)) {
      framing.messages(content, new Frames()).finish();
    }

    assertThat(asked[0]).isBetween(100, 200);
  }
}
