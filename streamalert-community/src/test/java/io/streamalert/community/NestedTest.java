package io.streamalert.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestedTest {

  @Test
  void valuesOfAKeyAreFoundAtAnyDepth() {
    FieldValue data = FieldValue.parse("""
        {"a": {"a": 1, "b": [{"a": null}]}, "c": {"d": [[{"a": "x"}]]},
          "streamalert_normalization": {"a": "left out"}}
        """);

    assertThat(Nested.valuesOf(data, "a"))
        .extracting(FieldValue::toJson)
        .containsExactly("{\"a\":1,\"b\":[{\"a\":null}]}", "1", "null", "\"x\"");
  }

  @Test
  void whatIsNoMapHasNoKeys() {
    assertThat(Nested.valuesOf(FieldValue.missing(), "a")).isEmpty();
    assertThat(Nested.valuesOf(FieldValue.of("a"), "a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
          "-part-"                              | true
          {"a": {"b": ["x", "-part-"]}}         | true
          {"part": "x"}                         | false
          {"a": 0, "b": null, "c": "part"}      | true
          {"a": {}, "b": [], "c": "part"}       | true
          {"a": 1, "b": "part"}                 | false
          {"a": true, "b": "part"}              | false
          {"a": "part", "b": 1}                 | true
          {"a": [{"b": 1}], "c": "part"}        | false
          null                                  | false
          """)
  void textWithAPartIsFoundBeforeAnyNumber(String json, boolean found) {
    assertThat(Nested.hasTextWith(FieldValue.parse(json), List.of("part"))).isEqualTo(found);
  }
}
