package io.streamalert.condition;

import static io.streamalert.condition.Condition.allOf;
import static io.streamalert.condition.Condition.always;
import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.anywhere;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.firstAnywhere;
import static io.streamalert.condition.Condition.not;
import static io.streamalert.condition.Condition.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What conditions and their answers look like. */
class ConditionWordsTest {

  private static final LogRecord RECORD = LogRecord.of(
      "t",
      "{\"name\": \"StopLogging\", \"n\": 5, \"in\": {\"deep\": \"value\"}, \"items\":"
          + " [{\"group\": \"x\"}, {\"group\": 7}, {\"group\": \"all\"}, {}]}");

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
  void textsKeepTheWrittenOrder() {
    List<String> zones = List.of("zoe", "adam", "mia", "adam");

    assertThat(field("user").isIn(zones).describe())
        .isEqualTo("user is one of \"zoe\", \"adam\", \"mia\"");
    assertThat(field("user").isIn(zones)).isEqualTo(field("user").isIn("zoe", "adam", "mia"));
  }

  @Test
  void everyDemandHasWords() {
    assertThat(List.of(
            field("a").isIn(),
            field("a").isIgnoringCase("b"),
            field("a").startsWithAny("b", "c"),
            not(field("a").endsWithAny("b", "c")),
            not(field("a").containsIgnoringCase("b")),
            field("a").globAny("b*", "c*"),
            not(field("a").glob("b\n\"")),
            not(field("a").matches("b+")),
            not(field("a").inNetwork("10.0.0.0/8")),
            not(field("a").isAtLeast(1.5)),
            field("a").isIn(1, 2),
            not(field("a").is(true)),
            not(field("a").isSameAs("b", "c")),
            not(firstAnywhere("a").exists()),
            not(anywhere("a").is("b")),
            Condition.hasSubKeys("a"),
            always(),
            not(always()),
            anyOf()))
        .extracting(Condition::describe)
        .containsExactly(
            "a is one of none",
            "a is \"b\" in any case",
            "a starts with one of \"b\", \"c\"",
            "a does not end with one of \"b\", \"c\"",
            "a does not contain \"b\" in any case",
            "a looks like one of \"b*\", \"c*\"",
            "a does not look like \"b\\n\\\"\"",
            "a does not match /b+/",
            "a is not in 10.0.0.0/8",
            "a is not at least 1.5",
            "a is one of 1, 2",
            "a is not true",
            "a is not the same as b.c",
            "the first a anywhere does not exist",
            "no a anywhere is \"b\"",
            "a is a map",
            "always",
            "not (always)",
            "never");
  }

  @Test
  void bracketsStandWhereTheyAreNeeded() {
    Condition a = field("a").exists();
    Condition b = field("b").exists();
    Condition inList = field("l").anyElement(a.and(b));

    assertThat(allOf(a, allOf(a, b))).hasToString("a exists and a exists and b exists");
    assertThat(allOf(a, anyOf(a, b))).hasToString("a exists and (a exists or b exists)");
    assertThat(a.and(b).or(b)).hasToString("(a exists and b exists) or b exists");
    assertThat(inList).hasToString("l has an element where a exists and b exists");
    assertThat(not(inList)).hasToString("l has no element where a exists and b exists");
    assertThat(not(inList).or(b))
        .hasToString("(l has no element where a exists and b exists) or b exists");
    assertThat(not(a.and(b)).or(b)).hasToString("not (a exists and b exists) or b exists");
    assertThat(not(field("l").allElements(value().is("x"))))
        .hasToString("l does not have only elements where it is \"x\"");
  }

  @Test
  void anAnswerNamesTheElementThatDecided() {
    Explanation why = field("items").anyElement(field("group").is("all")).explain(RECORD);

    assertThat(why.decisive())
        .hasToString("yes: group is \"all\" (found STRING at items[2].group)");
    assertThat(why.decisive().path()).isEqualTo("items[2].group");
    assertThat(why.toTree()).isEqualTo("""
            yes: items has an element where group is "all"
              no: group is "all" (found STRING at items[0].group)
              no: group is "all" (found INTEGER at items[1].group)
              yes: group is "all" (found STRING at items[2].group)""");
    assertThat(
            field("items").allElements(field("group").exists()).explain(RECORD).decisive())
        .hasToString("no: group exists (found MISSING at items[3].group)");
    assertThat(field("n").anyElement(always()).explain(RECORD))
        .hasToString("no: n has an element where always (found INTEGER)");
  }

  @Test
  void anAnswerNamesWhereAKeyWas() {
    assertThat(firstAnywhere("group").is("x").explain(RECORD))
        .hasToString("yes: the first group anywhere is \"x\" (found STRING at items[0].group)");
    assertThat(firstAnywhere("no").exists().explain(RECORD))
        .hasToString("no: the first no anywhere exists (found MISSING at no)");
    assertThat(anywhere("group").is(7).explain(RECORD).decisive())
        .hasToString("yes: group is 7 (found INTEGER at items[1].group)");
    assertThat(not(anywhere("group").is(8)).explain(RECORD).toTree()).isEqualTo("""
            yes: no group anywhere is 8
              no: some group anywhere is 8
                no: group is 8 (found STRING at items[0].group)
                no: group is 8 (found INTEGER at items[1].group)
                no: group is 8 (found STRING at items[2].group)""");
  }

  @Test
  void aTreeShowsEveryClauseThatWasLookedAt() {
    Condition condition = allOf(
        field("name").is("StopLogging"),
        not(field("n").is(5)).or(field("in", "deep").isMissing()),
        field("n").exists());

    assertThat(condition.explain(RECORD).toTree()).isEqualTo("""
            no: name is "StopLogging" and (n is not 5 or in.deep is missing) and n exists
              yes: name is "StopLogging" (found STRING)
              no: n is not 5 or in.deep is missing
                no: n is not 5 (found INTEGER)
                no: in.deep is missing (found STRING)""");
  }

  @Test
  void ofManyElementsOnlySomeAreKept() {
    LogRecord record = LogRecord.of("t", "{\"l\": [" + "1,".repeat(500) + "2]}");
    Explanation found = field("l").anyElement(value().is(2)).explain(record);

    assertThat(found.parts()).hasSize(Explanation.MOST_UNDECIDED + 1);
    assertThat(found.decisive()).hasToString("yes: it is 2 (found INTEGER at l[500])");
    assertThat(field("l").anyElement(value().is(3)).explain(record).parts())
        .hasSize(Explanation.MOST_UNDECIDED);
  }

  @Test
  void theRecordItselfHasNoPath() {
    assertThat(value().isTruthy().explain(RECORD))
        .hasToString("yes: it is truthy (found MAP at (record))");
  }
}
