package io.streamalert.classify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Test
  void textStandsInTheFormAsItIs() {
    // An odd start, so that characters of two and four bytes come to lie across the pieces.
    String text = "x\"\\\n\u0001\u007f" + "ä😀".repeat(20_000);

    assertThat(json(text.getBytes(UTF_8)).at("payload").is(text)).isTrue();
    assertThat(json(new byte[0]).at("payload").is("")).isTrue();
  }

  @Test
  void whatIsNotTextStandsThereAsBase64() {
    for (int size : new int[] {1, 2, 3, 12_287, 12_288, 12_289, 40_000}) {
      byte[] payload = new byte[size];
      new Random(size).nextBytes(payload);
      payload[size - 1] = (byte) 0xc3;

      FieldValue json = json(payload);

      assertThat(json.at("payload").exists()).isFalse();
      assertThat(Base64.getDecoder().decode(json.at("payload_base64").asText())).isEqualTo(payload);
    }
  }

  @Test
  void theFormNamesThePlace() {
    FieldValue json = json("x".getBytes(UTF_8));

    assertThat(json.fields().keySet())
        .containsExactly(
            "kind", "service", "resource", "position", "ordinal", "id", "reason", "payload");
    assertThat(json.at("position").is("file/abc/7")).isTrue();
    assertThat(json.at("reason").is("because")).isTrue();
  }

  private static FieldValue json(byte[] payload) {
    RawLog log = RawLog.of(LogSource.of("s3", "b"), Position.of("file", "abc").then(7), payload);
    return new JsonReader(10).read(DeadLetter.of(log, "because").toJson()).orElseThrow();
  }
}
