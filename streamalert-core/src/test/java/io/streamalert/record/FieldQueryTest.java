package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldQueryTest {

  private static final FieldValue ROOT = FieldValue.parse(
      "{\"@slack.text\": \"hi\", \"list\": [{\"n\": 1}, {\"n\": 2}], \"zero\": 0, \"null\": null}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"@slack.text\" | \"hi\"",
        "list[*].n | [1,2]",
        "list[1].n | 2",
        "length(list) | 2",
        "zero | 0",
        "contains(\"@slack.text\", 'h') | true",
        "nothing | null",
        "abs('text') | null"
      })
  void finds(String expression, String json) {
    assertThat(FieldQuery.compile(expression).find(ROOT).toJson()).isEqualTo(json);
  }

  @Test
  void findsNothingWhereItCannotBeEvaluated() {
    assertThat(FieldQuery.compile("length(zero)").find(ROOT).isMissing()).isTrue();
    assertThat(FieldQuery.compile("a.b").find(FieldValue.missing()).isMissing()).isTrue();
  }

  @Test
  void tellsWhereAnExpressionIsWrong() {
    assertThatThrownBy(() -> FieldQuery.compile("a["))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no JMESPath: ");
    assertThat(FieldQuery.compile("a.b")).hasToString("a.b");
  }
}
