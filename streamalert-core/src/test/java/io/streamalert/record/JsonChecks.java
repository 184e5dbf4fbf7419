package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.JsonOracle.Null;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tapes as {@link JsonOracle} reads JSON, and compares the two. */
final class JsonChecks {

  /** Stands before and after the document in its array: no byte of it may be looked at. */
  private static final byte[] AROUND = JsonOracle.utf8("\"\\{[1,tru\"}]\\u00");

  private final JsonScanner scanner;
  private final JsonOracle oracle;

  JsonChecks(int maxDepth) {
    scanner = new JsonScanner(maxDepth);
    oracle = new JsonOracle(maxDepth);
  }

  /** Checks everything that must hold for any bytes; returns whether they are JSON. */
  boolean check(byte[] document) {
    Optional<Object> expected = oracle.read(document);
    JsonTape tape = scanInMiddle(document);
    if (tape == null) {
      assertThat(expected).as("the scanner said: %s", scanner.problem()).isEmpty();
      assertThat(scanner.problem()).isNotEmpty();
      return false;
    }
    Object value = read(tape, 0);
    assertThat(Optional.of(value)).isEqualTo(expected);
    checkFind(tape);
    checkJson(tape, value);
    return true;
  }

  private @Nullable JsonTape scanInMiddle(byte[] document) {
    int length = document.length;
    byte[] bytes = Arrays.copyOf(AROUND, AROUND.length * 2 + length);
    System.arraycopy(document, 0, bytes, AROUND.length, length);
    System.arraycopy(AROUND, 0, bytes, AROUND.length + length, AROUND.length);
    return scanner.scan(bytes, AROUND.length, length);
  }

  /** Every key leads to the last value it has. */
  private static void checkFind(JsonTape tape) {
    for (int i = 0;
        i < tape.words.length;
        i = tape.kind(i) >= JsonTape.LIST ? tape.firstChild(i) : tape.next(i)) {
      if (tape.kind(i) == JsonTape.MAP) {
        Map<String, Integer> last = new LinkedHashMap<>();
        for (int k = tape.firstChild(i); k < tape.next(i); k = tape.next(k + 2)) {
          last.put(tape.text(k), k + 2);
        }
        for (Map.Entry<String, Integer> member : last.entrySet()) {
          checkFind(tape, i, member.getKey(), member.getValue());
        }
      }
    }
  }

  private static void checkFind(JsonTape tape, int map, String key, int expected) {
    assertThat(tape.find(map, key)).isEqualTo(expected);
    if (StandardCharsets.UTF_8.newEncoder().canEncode(key)) { // no lone surrogates
      assertThat(tape.find(map, JsonOracle.utf8(key))).isEqualTo(expected);
    }
  }

  /** Writing and reading gives the same value, but for the words that are no JSON. */
  private void checkJson(JsonTape tape, Object value) {
    StringBuilder out = new StringBuilder();
    tape.appendJson(0, out);
    byte[] json = JsonOracle.utf8(out.toString());
    JsonTape again = scanner.scan(json, 0, json.length);
    assertThat(again).as("rescan of what was written").isNotNull();
    assertThat(read(again, 0)).isEqualTo(withoutWords(value));
    assertThat(again).hasToString(out.toString());
  }

  private static Object withoutWords(Object value) {
    if (value instanceof JsonOracle.Number number) {
      boolean word = !number.integer() && number.source().matches("NaN|-?Infinity");
      return word ? number.source() : number;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonChecks::withoutWords).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, withoutWords(member)));
      return copy;
    }
    return value;
  }

  /** Reads a value of a tape. */
  static Object read(JsonTape tape, int i) {
    return switch (tape.kind(i)) {
      case JsonTape.NULL -> Null.NULL;
      case JsonTape.FALSE -> false;
      case JsonTape.TRUE -> true;
      case JsonTape.INTEGER -> new JsonOracle.Number(true, tape.text(i));
      case JsonTape.FLOAT -> new JsonOracle.Number(false, tape.text(i));
      case JsonTape.STRING -> tape.text(i);
      case JsonTape.LIST -> list(tape, i);
      default -> map(tape, i);
    };
  }

  private static List<Object> list(JsonTape tape, int list) {
    List<Object> elements = new ArrayList<>();
    for (int i = tape.firstChild(list); i < tape.next(list); i = tape.next(i)) {
      elements.add(read(tape, i));
    }
    return elements;
  }

  private static Map<String, Object> map(JsonTape tape, int map) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = tape.firstChild(map); i < tape.next(map); i = tape.next(i + 2)) {
      members.put(tape.text(i), read(tape, i + 2));
    }
    return members;
  }
}
