package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScannerTest {

  private static final int MAX_DEPTH = 1000;

  private final JsonScanner scanner = new JsonScanner(MAX_DEPTH);
  private final JsonChecks checks = new JsonChecks(MAX_DEPTH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":1}",
        " { \"a\" :\t1 , \"b\" : [ ] }\r\n",
        "[[],{},[[]]]",
        "\"\"",
        "\"text\"",
        "0",
        "-0",
        "null",
        "true",
        "false",
        "[null,true,false]",
        "[1,2.5,-3e-7,\"x\"]",
        "\n\n                    [\n  1\n]   "
      })
  void acceptsJson(String json) {
    assertThat(checks.check(JsonOracle.utf8(json))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      ''          ~ a value is missing
      ' '         ~ a value is missing
      {}x         ~ text after the end of the JSON value
      1 2         ~ text after the end of the JSON value
      [           ~ a value is missing
      [1          ~ a list or map is not closed
      [1,         ~ a value is missing
      [1,]        ~ a value is missing
      [,1]        ~ a value is missing
      [1 2]       ~ a comma or closing bracket is missing
      [1}         ~ a comma or closing bracket is missing
      ]           ~ a value is missing
      {           ~ a key is missing
      {1:2}       ~ a key is missing
      {'a':1}     ~ a key is missing
      {"a"}       ~ a colon is missing
      {"a":}      ~ a value is missing
      {"a":       ~ a value is missing
      {"a":1,}    ~ a key is missing
      {"a":1]     ~ a comma or closing bracket is missing
      {"a" 1}     ~ a colon is missing
      {"a":1 "b":2} ~ a comma or closing bracket is missing
      "a          ~ a string is not closed
      "a\\"       ~ a string is not closed
      // x        ~ a value is missing
      """)
  void rejectsWhatTheGrammarDoesNotAllow(String text, String problem) {
    assertThat(problemOf(JsonOracle.utf8(text))).isEqualTo(problem);
    assertThat(checks.check(JsonOracle.utf8(text))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u000b1", "\f1", "\u00a01", "\ufeff1", "1\u0000", "1\u2028", "1\u0085"})
  void takesOnlyFourCharactersAsWhitespace(String text) {
    assertThat(checks.check(JsonOracle.utf8("[" + text + "]"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "-12",
        "10",
        "1234567890123456789012345678901234567890",
        "9223372036854775808"
      })
  void readsIntegersOfAnySize(String number) {
    JsonTape tape = scan("[" + number + "]");

    assertThat(tape.kind(3)).isEqualTo(JsonTape.INTEGER);
    assertThat(tape.text(3)).isEqualTo(number);
    assertThat(checks.check(JsonOracle.utf8(number))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0",
        "-0.5",
        "1.50",
        "1e5",
        "1E+5",
        "1e-05",
        "0e0",
        "1.5e400",
        "1e400",
        "-1E400",
        "1e99999999999999999999",
        "0.1234567890123456789012345678901234567890",
        "NaN",
        "Infinity",
        "-Infinity"
      })
  void keepsTheSourceOfFloats(String number) {
    JsonTape tape = scan(number);

    assertThat(tape.kind(0)).isEqualTo(JsonTape.FLOAT);
    assertThat(tape.text(0)).isEqualTo(number);
    assertThat(checks.check(JsonOracle.utf8("[ " + number + " ]"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "-01",
        "00",
        "+1",
        "-",
        "--1",
        "1.",
        ".5",
        "-.5",
        "1.e5",
        "1e",
        "1e+",
        "1e5.",
        "0x10",
        "1_000",
        "1a",
        "0.1.2",
        "١",
        "-NaN",
        "+Infinity",
        "INF",
        "-INF",
        "nan",
        "Infinit",
        "infinity",
        "NaNx",
        "--Infinity"
      })
  void rejectsOtherNumbers(String number) {
    assertThat(checks.check(JsonOracle.utf8(number))).isFalse();
    assertThat(checks.check(JsonOracle.utf8("{\"a\":" + number + "}"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tru",
        "True",
        "nul",
        "nulll",
        "None",
        "falsee",
        "truefalse",
        "n",
        "t",
        "f",
        "N",
        "I"
      })
  void rejectsOtherWords(String word) {
    assertThat(checks.check(JsonOracle.utf8(word))).isFalse();
    assertThat(checks.check(JsonOracle.utf8("[" + word + "]"))).isFalse();
  }

  @Test
  void rejectsControlCharactersInStringsAtEveryPlace() {
    for (char control = 0; control < ' '; control++) {
      for (int before = 0; before < 17; before++) {
        String text = "[\"" + "x".repeat(before) + control + "y".repeat(9) + "\"]";
        assertThat(problemOf(JsonOracle.utf8(text))).isEqualTo("a control character in a string");
        assertThat(scanner.problemOffset()).isEqualTo(before + 2);
      }
    }
  }

  @Test
  void findsQuotesAndBackslashesAtEveryPlace() {
    for (int before = 0; before < 40; before++) {
      for (int after = 0; after < 20; after++) {
        String text = "[\"" + "x".repeat(before) + "\\\"" + "\u007f".repeat(after) + "\",\""
            + "é".repeat(after) + "\"]";
        assertThat(checks.check(JsonOracle.utf8(text))).isTrue();
        assertThat(checks.check(JsonOracle.utf8(text.substring(0, text.length() - 2))))
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\"",
        "\\\\",
        "\\/",
        "\\b",
        "\\f",
        "\\n",
        "\\r",
        "\\t",
        "\\u0000",
        "\\u00e9",
        "\\uABCD",
        "\\uabcd",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\ude00\\ud83d",
        "\\ud83dx",
        "\\\\u12"
      })
  void acceptsEscapes(String escape) {
    assertThat(checks.check(JsonOracle.utf8("\"" + escape + "\""))).isTrue();
    assertThat(checks.check(JsonOracle.utf8("{\"a " + escape + " long key\":\"" + escape + "\"}")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\", "\\'", "\\a", "\\v", "\\0", "\\x41", "\\u", "\\u1", "\\u12", "\\u123", "\\u12g4",
        "\\u+123", "\\u 123", "\\U0041", "\\u１２３４", "\\\n", "\\é"
      })
  void rejectsOtherEscapes(String escape) {
    assertThat(checks.check(JsonOracle.utf8("\"" + escape + "\""))).isFalse();
    assertThat(checks.check(JsonOracle.utf8("[\"" + escape + "\" , \"and some more text\"]")))
        .isFalse();
  }

  @Test
  void limitsDepth() {
    JsonScanner shallow = new JsonScanner(3);

    assertThat(shallow.scan(JsonOracle.utf8("[{\"a\":[1]}]"), 0, 11)).isNotNull();
    assertThat(shallow.scan(JsonOracle.utf8("[{\"a\":[[]]}]"), 0, 12)).isNull();
    assertThat(shallow.problem()).isEqualTo("nesting is deeper than 3");
    assertThat(shallow.problemOffset()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 10_000, 1_000_000})
  void isNotBoundToTheStackOfTheThread(int depth) {
    byte[] json = JsonOracle.utf8("[{\"a\":".repeat(depth / 2) + "1" + "}]".repeat(depth / 2));
    JsonTape tape = new JsonScanner(depth).scan(json, 0, json.length);

    assertThat(tape).isNotNull().hasToString(new String(json, StandardCharsets.UTF_8));
    assertThat(new JsonScanner(depth - 1).scan(json, 0, json.length)).isNull();
  }

  @Test
  void theLastDuplicateKeyWins() {
    JsonTape tape = scan("{\"a\":1,\"b\":2,\"\\u0061\":3}");

    assertThat(JsonChecks.read(tape, 0))
        .isEqualTo(
            Map.of("a", new JsonOracle.Number(true, "3"), "b", new JsonOracle.Number(true, "2")));
    assertThat(tape).hasToString("{\"a\":3,\"b\":2}");
  }

  @Test
  void rejectsWhatIsTooLong() {
    byte[] blanks = new byte[1 << JsonTape.OFFSET_BITS];
    blanks[blanks.length - 1] = '1';

    assertThat(scanner.scan(blanks, 0, blanks.length)).isNull();
    assertThat(scanner.problem()).isEqualTo("longer than 268435455 bytes");
    assertThat(scanner.scan(blanks, blanks.length - 1, 1)).isNull();
    assertThat(scanner.scan(blanks, blanks.length - 2, 1)).isNull();
    assertThat(scanner.problem()).isEqualTo("a value is missing");
  }

  @Test
  void neverSharesItsWorkingMemory() {
    JsonTape first = scan("[1,2,3]");
    scan("[\"another\",{\"document\":true}]");

    assertThat(first).hasToString("[1,2,3]");
    assertThat(first.words).hasSize(9);
  }

  @Test
  void wantsARangeInsideTheArray() {
    assertThatThrownBy(() -> scanner.scan(new byte[2], 1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
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
}
