package io.streamalert.condition;

import static io.streamalert.condition.Condition.allOf;
import static io.streamalert.condition.Condition.always;
import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final FieldValue CONTENT = new JsonReader(100)
      .read(
          "{\"name\": \"StopLogging\", \"n\": 5, \"f\": 5.0, \"yes\": true, \"null\": null, \"text\": \"5\","
              + " \"list\": [\"x\"], \"in\": {\"deep\": \"value\"}}")
      .orElseThrow();
  private static final LogRecord RECORD =
      LogRecord.builder(LogType.of("t"), CONTENT).build();

  private static void holds(Condition condition) {
    assertThat(condition.test(RECORD)).as(condition.describe()).isTrue();
    assertThat(condition.explain(RECORD).holds()).isTrue();
    assertThat(not(condition).test(RECORD)).isFalse();
    assertThat(not(condition).explain(RECORD).holds()).isFalse();
    assertThat(not(not(condition))).isEqualTo(condition);
  }

  private static void fails(Condition condition) {
    holds(not(condition));
  }

  @Test
  void demandsOnText() {
    holds(field("name").is("StopLogging"));
    fails(field("name").is("stoplogging"));
    holds(field("in", "deep").is("value"));
    holds(field("name").isIn("a", "StopLogging"));
    fails(field("name").isIn());
    holds(field("name").startsWith("Stop"));
    holds(field("name").endsWith("Logging"));
    holds(field("name").contains("pLo"));
    fails(field("n").contains("5"));
    fails(field("list").contains("x"));
    fails(field("no", "such").is(""));
  }

  @Test
  void demandsOnNumbersAndBooleans() {
    holds(field("n").is(5));
    holds(field("f").is(5));
    fails(field("text").is(5));
    holds(field("yes").is(true));
    fails(field("yes").is(1));
    fails(field("n").is(true));
  }

  @Test
  void absentAndNullAreMissingButNullExists() {
    holds(field("none").isMissing());
    holds(field("null").isMissing());
    holds(field("null").exists());
    holds(field("null").isNull());
    fails(field("none").exists());
    fails(field("none").isNull());
    fails(field("name").isMissing());
  }

  @Test
  void partsJoin() {
    Condition yes = field("n").is(5);
    Condition no = field("n").is(6);
    holds(yes.and(yes));
    fails(yes.and(no));
    holds(no.or(yes));
    fails(no.or(no));
    holds(allOf());
    fails(anyOf());
    holds(always());
    holds(allOf(yes, anyOf(no, yes)));
  }

  @Test
  void readsAsEnglish() {
    Condition condition = field("eventName")
        .is("StopLogging")
        .and(field("errorCode").isMissing())
        .and(not(field("user").startsWith("svc-")))
        .and(field("region").isIn("a", "b").or(field("n").is(5)));
    assertThat(condition.describe())
        .isEqualTo(
            "eventName is \"StopLogging\" and errorCode is missing and user does not start with \"svc-\""
                + " and (region is one of \"a\", \"b\" or n is 5)");
    assertThat(condition).hasToString(condition.describe());
    assertThat(not(field("a").is("b").or(field("c").exists())).describe())
        .isEqualTo("not (a is \"b\" or c exists)");
  }

  @Test
  void anExplanationNamesTheClauseThatDecided() {
    Condition condition = field("name")
        .is("StopLogging")
        .and(field("in", "deep").is("other").or(field("n").is("5")));
    Explanation why = condition.explain(RECORD);

    assertThat(why.holds()).isFalse();
    assertThat(why.decisive().clause()).isEqualTo("in.deep is \"other\" or n is \"5\"");
    Explanation single =
        field("name").exists().and(field("n").is("5")).explain(RECORD).decisive();
    assertThat(single).hasToString("no: n is \"5\" (found INTEGER)");
  }

  @Test
  void aConditionNeedsAField() {
    assertThatThrownBy(() -> field())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key");
  }

  @Test
  void equalConditionsAreEqual() {
    List<Condition> same = Arrays.asList(field("a").isIn("x", "y"), field("a").isIn("x", "y"));
    assertThat(same.get(0)).isEqualTo(same.get(1)).hasSameHashCodeAs(same.get(1));
    assertThat(field("a").is("x")).isNotEqualTo(field("a").is("y"));
  }

  @Test
  void textsKeepTheWrittenOrder() {
    List<String> zones = List.of("zoe", "adam", "mia", "adam");

    assertThat(field("user").isIn(zones).describe())
        .isEqualTo("user is one of \"zoe\", \"adam\", \"mia\"");
    assertThat(field("user").isIn(zones)).isEqualTo(field("user").isIn("zoe", "adam", "mia"));
  }

  @Test
  void emptyAndZeroAreNotTruthy() {
    holds(field("yes").isTruthy());
    holds(field("in").isTruthy());
    FieldValue empty = FieldValue.parse(
        "{\"t\": \"\", \"n\": 0, \"b\": false, \"l\": [], \"m\": {}, \"x\": null}");
    for (String key : List.of("t", "n", "b", "l", "m", "x", "none")) {
      assertThat(field(key).isTruthy().test(empty)).as(key).isFalse();
    }
    assertThat(not(field("errorCode").isTruthy()).describe()).isEqualTo("errorCode is not truthy");
  }
}
