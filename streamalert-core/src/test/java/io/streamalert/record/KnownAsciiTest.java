package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownAsciiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\": \"text\", \"b\": [1, 2.5, true, null, \"x\"]}",
        "{\"a\": \"tab\\t quote\\\" slash\\/ backslash\\\\u00e4\"}"
      })
  void jsonOfAscii(String json) {
    assertThat(FieldValue.parse(json).isKnownAscii()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": \"\u00e4\"}",
        "{\"\u00e4\": 1}",
        "{\"a\": [[\"\ud83d\ude00\"]]}",
        "{\"a\": \"\\u202e\"}",
        "{\"\\ud83d\": 1}",
        "{\"a\": \"a text that is longer than the thirty-two bytes that are read at once \\u00e4\"}",
        "{\"a\": \"a text that is longer than the thirty-two bytes that are read at once \u00e4\"}"
      })
  void jsonOfMore(String json) {
    assertThat(FieldValue.parse(json).isKnownAscii()).isFalse();
    assertThat(FieldValue.parse(json).detached().isKnownAscii()).isFalse();
  }

  /** One scanner reads many documents. */
  @Test
  void eachDocumentForItself() {
    JsonReader reader = new JsonReader(8);
    List<String> documents =
        List.of("{\"a\":\"\\u00e4\"}", "{\"a\":1}", "{\"a\":\"\u00e4\"}", "{\"a\":2}");

    List<Boolean> known = documents.stream()
        .map(text -> RawLog.of(
            LogSource.of("s3", "b"), Position.of("s3", "k"), text.getBytes(StandardCharsets.UTF_8)))
        .map(log -> reader.read(log).orElseThrow().isKnownAscii())
        .toList();

    assertThat(known).containsExactly(false, true, false, true);
  }

  @Test
  void valuesMadeInCode() {
    assertThat(FieldValue.of("text").isKnownAscii()).isTrue();
    assertThat(FieldValue.of("\u202e").isKnownAscii()).isFalse();
    assertThat(FieldValue.of(1).isKnownAscii()).isTrue();
    assertThat(FieldValue.of(null).isKnownAscii()).isTrue();
    assertThat(FieldValue.of(Map.of()).isKnownAscii()).isTrue();
    assertThat(FieldValue.of(List.of()).isKnownAscii()).isTrue();
    assertThat(FieldValue.lazy(() -> FieldValue.of("x")).isKnownAscii()).isFalse();
  }

  @Test
  void fieldsThatLieOver() {
    FieldValue base = FieldValue.parse("{\"a\": 1}");

    assertThat(base.with("b", FieldValue.of("x")).isKnownAscii()).isTrue();
    assertThat(base.with("b", FieldValue.of("\u00e4")).isKnownAscii()).isFalse();
    assertThat(base.with("\u00e4", FieldValue.of(1)).isKnownAscii()).isFalse();
    assertThat(
            FieldValue.parse("{\"a\": \"\u00e4\"}").with("b", FieldValue.of(1)).isKnownAscii())
        .isFalse();
    assertThat(common(base, FieldValue.of("")).isKnownAscii()).isTrue();
    assertThat(common(base, FieldValue.of("\u00e4")).isKnownAscii()).isFalse();
  }

  private static FieldValue common(FieldValue base, FieldValue value) {
    return base.with(CommonFields.of(Map.of("c", value)));
  }
}
