package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTapeTest {

  /** Offsets:                              0123456789012345678901. */
  private static final String DOCUMENT = "{\"a\":[1,\"x\\n\"],\"b\":{}}";

  @Test
  void laysWordsOutAsWritten() {
    assertThat(tape(DOCUMENT).words)
        .containsExactly(
            head(JsonTape.MAP, 0),
            17,
            22, // the whole
            head(JsonTape.STRING, 2),
            1, // "a"
            head(JsonTape.LIST, 5),
            12,
            14,
            head(JsonTape.INTEGER, 6),
            1,
            head(JsonTape.STRING, 9),
            3 | JsonTape.ESCAPED,
            head(JsonTape.STRING, 16),
            1, // "b"
            head(JsonTape.MAP, 19),
            17,
            21);
  }

  @Test
  void walksFromValueToValue() {
    JsonTape tape = tape(DOCUMENT);

    assertThat(tape.firstChild(0)).isEqualTo(3);
    assertThat(tape.next(3)).isEqualTo(5);
    assertThat(tape.next(5)).isEqualTo(12);
    assertThat(tape.next(14)).isEqualTo(17).isEqualTo(tape.firstChild(14)).isEqualTo(tape.next(0));
    assertThat(tape.escaped(10)).isTrue();
    assertThat(tape.escaped(0)).isFalse();
    assertThat(tape.length(10)).isEqualTo(3);
    assertThat(tape.length(5)).isEqualTo(9);
    assertThat(tape.text(10)).isEqualTo("x\n");
    assertThat(tape.text(5)).isEqualTo("[1,\"x\\n\"]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      abc                  ~ abc
      a\\u0062c            ~ abc
      \\u0061bc            ~ abc
      é                    ~ é
      \\u00e9              ~ é
      \\u00E9              ~ é
      €uro                 ~ €uro
      😀                   ~ 😀
      \\ud83d\\ude00       ~ 😀
      \\/path\\/           ~ /path/
      """)
  void comparesDecodedText(String source, String text) {
    JsonTape tape = tape("[\"" + source + "\"]");

    assertThat(tape.text(3)).isEqualTo(text);
    assertThat(tape.textIs(3, text)).isTrue();
    assertThat(tape.textIs(3, JsonOracle.utf8(text))).isTrue();
    for (String other :
        new String[] {"", "x", text + "x", "x" + text, text.substring(1), "xyz", "ä", "\ud83d"}) {
      assertThat(tape.textIs(3, other)).as(other).isEqualTo(text.equals(other));
      assertThat(tape.textIs(3, JsonOracle.utf8(other))).as(other).isEqualTo(text.equals(other));
    }
  }

  @Test
  void aLoneSurrogateIsNoCharacter() {
    JsonTape tape = tape("[\"\\ud83d\",\"\\ude00\",\"😀\",\"?\"]");

    assertThat(tape.text(3)).isEqualTo("\ud83d");
    assertThat(tape.textIs(3, "\ud83d")).isTrue();
    assertThat(tape.textIs(3, "😀")).isFalse();
    assertThat(tape.textIs(3, "?")).isFalse();
    assertThat(tape.textIs(3, JsonOracle.utf8("?"))).isFalse();
    assertThat(tape.textIs(5, "\ude00")).isTrue();
    assertThat(tape.textIs(7, "\ud83d")).isFalse();
    assertThat(tape.textIs(7, "\ud83dx")).isFalse();
    assertThat(tape.textIs(9, "\ud83d")).isFalse();
  }

  @Test
  void asciiNeverEqualsOtherTextOfTheSameLengthInBytes() {
    JsonTape tape = tape("[\"é\",\"ab\"]");

    assertThat(tape.textIs(3, "ab")).isFalse();
    assertThat(tape.textIs(3, "Ã©")).isFalse(); // its bytes read as Latin-1
    assertThat(tape.textIs(5, "é")).isFalse();
  }

  @Test
  void findsTheLastMemberOfAKey() {
    JsonTape tape =
        tape("{\"a\":1,\"b\":{\"a\":2},\"\\u0061\":3,\"\":4,\"ключ\":5,\"aaaaaaaaaaaaaaaaa\":6}");

    assertThat(found(tape, "a")).isEqualTo("3");
    assertThat(found(tape, "b")).isEqualTo("{\"a\":2}");
    assertThat(found(tape, "")).isEqualTo("4");
    assertThat(found(tape, "ключ")).isEqualTo("5");
    assertThat(found(tape, "aaaaaaaaaaaaaaaaa")).isEqualTo("6");
    assertThat(found(tape, "aaaaaaaaaaaaaaaab")).isEqualTo("none");
    assertThat(found(tape, "c")).isEqualTo("none");
    assertThat(tape.find(0, "\ud83d")).isEqualTo(-1);
    assertThat(tape("{\"?\":1,\"\\ud83d\":2,\"\\ude00\":3}").find(0, "\ud83d")).isEqualTo(9);
  }

  private static String found(JsonTape tape, String key) {
    int i = tape.find(0, key);
    assertThat(tape.find(0, JsonOracle.utf8(key))).isEqualTo(i);
    return i < 0 ? "none" : tape.text(i);
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::1:root",
    "'arn:\\u0061ws:iam::1:root'",
    "'ärn:aws:iam'",
    "'😀 ends 😀'",
    "''",
    "'\\ud83d\\ude00 x'"
  })
  void searchesText(String source) {
    JsonTape tape = tape("[\"" + source + "\"]");
    String text = tape.text(3);
    for (String s : new String[] {
      "", "a", "arn:", ":root", "aws", "ä", "😀", "x", "rn:aws", "\ud83d", text, text + "x"
    }) {
      assertThat(tape.textStartsWith(3, s)).as(s).isEqualTo(text.startsWith(s));
      assertThat(tape.textEndsWith(3, s)).as(s).isEqualTo(text.endsWith(s));
      assertThat(tape.textContains(3, s)).as(s).isEqualTo(text.contains(s));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', textBlock = """
      ' [ 1 , 2.50 , 1e400 , -0 ] '       ~ [1,2.50,1e400,-0]
      [NaN, Infinity, -Infinity]          ~ ["NaN","Infinity","-Infinity"]
      {"a" : {"b" : [ ] } , "c" : null}   ~ {"a":{"b":[]},"c":null}
      {"a":1,"b":{},"a":[2]}              ~ {"a":[2],"b":{}}
      {"a":1,"\\u0061":2}                 ~ {"a":2}
      {"\\u0061":1,"a":2,"b":3}           ~ {"\\u0061":2,"b":3}
      ["\\u00e9é\\ud83d\\/"]              ~ ["\\u00e9é\\ud83d\\/"]
      [true,false,null,"true"]            ~ [true,false,null,"true"]
      {"":{"":{"":1,"":2}}}               ~ {"":{"":{"":2}}}
      """)
  void writesCompactJson(String source, String json) {
    assertThat(tape(source)).hasToString(json);
  }

  @Test
  void writesAnyValue() {
    StringBuilder out = new StringBuilder("> ");
    tape(DOCUMENT).appendJson(5, out);

    assertThat(out).hasToString("> [1,\"x\\n\"]");
  }

  @ParameterizedTest
  @CsvSource({"1", "10", "24", "25", "500"})
  void seesDuplicateKeysInMapsOfAnySize(int size) {
    String members = IntStream.range(0, size)
        .mapToObj(i -> "\"k" + i + "\":" + i)
        .collect(Collectors.joining(","));
    String more = members.substring(members.indexOf(':') + 1);

    assertThat(tape("{" + members + "}").hasDuplicateKeys(0)).isFalse();
    assertThat(tape("{" + members + ",\"k0\":true}").hasDuplicateKeys(0)).isTrue();
    assertThat(tape("{" + members + ",\"k\\u0030\":true}").hasDuplicateKeys(0)).isTrue();
    assertThat(tape("{" + members + ",\"k0\":true}"))
        .hasToString("{\"k0\":true" + more.substring(1) + "}");
    assertThat(tape("{}").hasDuplicateKeys(0)).isFalse();
  }

  private static int head(int kind, int start) {
    return kind << 28 | start;
  }

  private static JsonTape tape(String json) {
    byte[] bytes = JsonOracle.utf8(json);
    JsonTape tape = new JsonScanner(1000).scan(bytes, 0, bytes.length);
    assertThat(tape).isNotNull();
    return tape;
  }
}
