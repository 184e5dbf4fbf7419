package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.lookup.LookupTable;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LookupTable} does. The test of a table extends this class:
 *
 * <pre>{@code
 * class MyTableTest extends LookupTableContract {
 *   @Override
 *   protected LookupTable tableOf(Map<String, FieldValue> entries) {
 *     return new MyTable(store.filledWith(entries));
 *   }
 * }
 * }</pre>
 */
public abstract class LookupTableContract {

  private static final int THREADS = 4;
  private static final int KEYS = 200;
  private static final FieldValue FALLBACK = FieldValue.of("fallback");

  /** For subclasses. */
  protected LookupTableContract() {}

  /**
   * Makes a table over a store that holds exactly these entries.
   *
   * @param entries from key to value; keys are not empty
   * @return the table
   */
  protected abstract LookupTable tableOf(Map<String, FieldValue> entries);

  private LookupTable table(String key, String json) {
    return tableOf(Map.of(key, FieldValue.parse(json)));
  }

  @Test
  final void valuesOfEveryKindComeBack() {
    for (String json : List.of(
        "\"text\"",
        "\"\"",
        "true",
        "false",
        "0",
        "-7",
        "1.5",
        "null",
        "[]",
        "[1,\"a\",null]",
        "{}",
        "{\"owner\":{\"name\":\"ü\",\"tags\":[\"a\"]}}")) {
      FieldValue stored = FieldValue.parse(json);
      Optional<FieldValue> found = table("key", json).get("key");

      assertThat(found).as("the value %s", json).isPresent();
      assertThat(found.orElseThrow().kind()).as("the kind of %s", json).isEqualTo(stored.kind());
      assertThat(found.orElseThrow()).as("the value %s", json).isEqualTo(stored);
    }
  }

  @Test
  final void unknownKeyHasNoValue() {
    assertThat(table("key", "1").get("other")).isEmpty();
    assertThat(tableOf(Map.of()).get("key")).as("of a table without entries").isEmpty();
  }

  @Test
  final void keysAreComparedExactly() {
    LookupTable table = table("Key.a", "1");

    for (String other :
        List.of("key.a", "KEY.A", " Key.a", "Key.a ", "Key", "Key.", "Key?a", "*", "%")) {
      assertThat(table.get(other))
          .as("the key \"%s\" instead of \"Key.a\"", other)
          .isEmpty();
    }
    assertThat(table.get("Key.a")).isPresent();
  }

  @Test
  final void keysOfAllSignsAreFound() {
    for (String key : List.of(
        "a b",
        "a/b",
        "a:b",
        "a.b",
        "a\"b",
        "a'b",
        "a\\b",
        "ü",
        "\ud83d\ude00",
        "10.0.0.1",
        "arn:aws:iam::1:role/x")) {
      assertThat(table(key, "1").get(key)).as("the key %s", key).contains(FieldValue.of(1));
    }
  }

  @Test
  final void fallbackIsForUnknownKeysOnly() {
    LookupTable table = tableOf(Map.of("null", FieldValue.of(null), "empty", FieldValue.of("")));

    assertThat(table.get("null", FALLBACK).isNull())
        .as("a stored null is a value")
        .isTrue();
    assertThat(table.get("empty", FALLBACK).is(""))
        .as("a stored empty text is a value")
        .isTrue();
    assertThat(table.get("other", FALLBACK)).isEqualTo(FALLBACK);
  }

  @Test
  final void answersAreTheSameEachTime() {
    LookupTable table = table("key", "{\"a\":1}");

    assertThat(table.get("key")).isEqualTo(table.get("key"));
    assertThat(table.get("other")).isEqualTo(table.get("other"));
  }

  @Test
  final void threadsMayAskAtOnce() {
    Map<String, FieldValue> entries = new LinkedHashMap<>();
    IntStream.range(0, KEYS).forEach(i -> entries.put("key" + i, FieldValue.of(i)));
    LookupTable table = tableOf(entries);
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(CompletableFuture.runAsync(() ->
          entries.forEach((key, value) -> assertThat(table.get(key)).as(key).contains(value))));
    }
    threads.forEach(CompletableFuture::join);
  }
}
