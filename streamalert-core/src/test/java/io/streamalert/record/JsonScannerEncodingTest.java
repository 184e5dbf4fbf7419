package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no plain ASCII. */
class JsonScannerEncodingTest {

  private final JsonScanner scanner = new JsonScanner(1000);
  private final JsonChecks checks = new JsonChecks(1000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c3",
        "c328",
        "c0af",
        "e28228",
        "e282",
        "eda080",
        "edbfbf",
        "eda0bdedb880",
        "f8888080",
        "f4908080",
        "f0808080",
        "ff",
        "fe",
        "efbb",
        "e0809f"
      })
  void rejectsMalformedUtf8(String hex) {
    byte[] text = concat("\"abc", HexFormat.of().parseHex(hex), "\"");

    assertThat(problemOf(text)).isEqualTo("the text is not valid UTF-8");
    assertThat(checks.check(text)).isFalse();
    assertThat(
            checks.check(concat("{\"k\":\"", HexFormat.of().parseHex(hex), " and more\",\"b\":1}")))
        .isFalse();
  }

  @Test
  void acceptsUtf8OfEveryLength() {
    assertThat(scan("\"aé€😀\"").text(0)).isEqualTo("aé€😀");
    assertThat(checks.check(JsonOracle.utf8("{\"ключ\":\"значение 😀\"}"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void detectsEncodingsAsPythonDoes(String charset) {
    for (String text : List.of("{\"a\":\"é😀\"}", "[1]", "1", "12", "\"aé\"", " \"x\"")) {
      for (String mark : List.of("", "\ufeff")) {
        byte[] bytes = (mark + text).getBytes(Charset.forName(charset));

        assertThat(checks.check(bytes))
            .as("%s in %s, mark %d", text, charset, mark.length())
            .isTrue();
        assertThat(checks.check(concat("", bytes, "x"))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fffe", // only a mark
        "fffe0000",
        "0000feff",
        "efbbbf",
        "fffe3d", // half a unit
        "fffe22003dd82200", // a high surrogate alone
        "fffe220000dc2200", // a low surrogate alone
        "fffe0000220000003dd800000000de0022000000", // a pair as two characters
        "0000002200110000000000220000", // beyond Unicode
        "00000022ffffffff00000022", // negative
        "efbbbfefbbbf31", // two marks
        "00",
        "0000",
        "000000",
        "3100",
        "310000",
        "31000000",
        "0031",
        "00000031",
        "003100",
        "31003200",
        "00310032"
      })
  void agreesWithPythonOnOddEncodings(String hex) {
    // 31000000, 3100, 0031 and 00000031 are the number 1; the oracle follows Python line by line.
    assertThat(checks.check(HexFormat.of().parseHex(hex)))
        .isEqualTo(List.of("31000000", "3100", "0031", "00000031", "31003200", "00310032")
            .contains(hex));
  }

  @Test
  void namesTheEncodingThatIsMalformed() {
    assertThat(problemOf(HexFormat.of().parseHex("fffe3d")))
        .isEqualTo("the text is not valid UTF-16");
  }

  @Test
  void countsOffsetsFromTheStartOfTheArray() {
    byte[] json = JsonOracle.utf8("xx\ufeff{\"a\":\"b\"}");
    JsonTape tape = scanner.scan(json, 2, json.length - 2);

    assertThat(tape).isNotNull();
    assertThat(tape.bytes).isSameAs(json);
    assertThat(tape.start(0)).isEqualTo(5);
  }

  private JsonTape scan(String json) {
    byte[] bytes = JsonOracle.utf8(json);
    JsonTape tape = scanner.scan(bytes, 0, bytes.length);
    assertThat(tape).as(scanner.problem()).isNotNull();
    return tape;
  }

  private @Nullable String problemOf(byte[] text) {
    return scanner.scan(text, 0, text.length) == null ? scanner.problem() : null;
  }

  private static byte[] concat(String before, byte[] middle, String after) {
    byte[] latin = (before + new String(middle, StandardCharsets.ISO_8859_1) + after)
        .getBytes(StandardCharsets.ISO_8859_1);
    return latin;
  }
}
