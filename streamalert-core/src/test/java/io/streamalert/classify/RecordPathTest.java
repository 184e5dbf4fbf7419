package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are those of jmespath 1.0.1; apostrophes stand for quotes. */
class RecordPathTest {

  private static FieldValue json(String text) {
    return new JsonReader(100).read(text.replace('\'', '"')).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "Records[*]; {'Records': [1, null, {'a': 1}]}; [1, {'a': 1}]",
        "Records[*]; {'Records': {}}; []",
        "Records[*]; [1]; []",
        "[*]; [1, [2], null]; [1, [2]]",
        "a.b; {'a': {'b': 5}}; [5]",
        "a.b; {'a': {'b': [5, null]}}; [5, null]",
        "a.b; {'a': {'b': 0}}; []",
        "a[*].b; {'a': [{'b': 1}, {}, {'b': null}, {'b': [2, 3]}, 4]}; [1, [2, 3]]",
        "a[*].b[*].c; {'a': [{'b': [{'c': 1}, {'c': 2}]}, {'b': []}, {'b': 3}]}; [[1, 2], []]",
        "'x-y'.z; {'x-y': {'z': 'v'}}; ['v']"
      })
  void findsWhatJmespathFinds(String path, String from, String expected) {
    RecordPath compiled = SimplePath.compile(path.replace("\u0027", "\"")).orElseThrow();
    assertThat(FieldValue.of(compiled.find(json(from)))).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "a.", ".a", "a..b", "a[0]", "a[*", "a | b", "a[?b]", "a b", "*", "a.[*]", "ab\"c\""
      })
  void anyOtherFormIsForTheLibrary(String path) {
    assertThat(SimplePath.compile(path)).isEmpty();
  }

  @Test
  void repeatedProjectionsAreNested() {
    SimplePath path = SimplePath.compile("[*][*]").orElseThrow();
    assertThat(FieldValue.of(path.find(json("[[1, 2], 3, [4]]")))).isEqualTo(json("[[1, 2], [4]]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "!"})
  void whatIsNestedTooDeeplyIsRefused(String opening) {
    assertThatThrownBy(() -> RecordPath.compile(opening.repeat(100_000) + "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the json_path is nested too deeply");
  }
}
