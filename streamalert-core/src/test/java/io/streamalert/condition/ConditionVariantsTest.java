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

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConditionVariantsTest {

  private static List<String> variants(Condition condition) {
    return condition.variants().stream()
        .map(variant -> variant.condition().describe())
        .toList();
  }

  private static List<String> changes(Condition condition) {
    return condition.variants().stream().map(Condition.Variant::change).toList();
  }

  @Test
  void clausesAreLeftOutTurnedRoundAndJoinedOtherwise() {
    Condition condition = field("a").exists().and(not(field("n").is(true)));

    assertThat(changes(condition))
        .containsExactly(
            "a exists and n is not true becomes a exists or n is not true",
            "without a exists",
            "without n is not true",
            "a exists becomes a does not exist",
            "a exists becomes a is missing",
            "a exists becomes a is null",
            "a exists becomes a is truthy",
            "n is not true becomes n is true",
            "n is true becomes n is false");
    assertThat(variants(condition))
        .contains(
            "n is not true", "a exists", "a exists and n is true", "a exists and n is not false");
  }

  @Test
  void textsTakeOtherFormsAndSetsLoseAndGainOne() {
    assertThat(variants(field("a").is("x")))
        .containsExactly(
            "a is not \"x\"",
            "a starts with \"x\"",
            "a ends with \"x\"",
            "a contains \"x\"",
            "a is \"x\" in any case",
            "a is \"x~\"",
            "a is one of \"x\", \"x~\"");
    assertThat(variants(field("a").isIn("1", "2")))
        .contains("a is \"1\"", "a is \"2\"", "a is one of \"1\", \"2\", \"2~\"")
        .doesNotContain("a is one of \"1\", \"2\" in any case");
    assertThat(variants(field("a").isIn())).contains("a is \"~\"");
    assertThat(variants(field("a").glob("x*")))
        .containsExactly(
            "a does not look like \"x*\"",
            "a is \"x*\"",
            "a looks like \"x*\" in any case",
            "a looks like \"x*~\"",
            "a looks like one of \"x*\", \"x*~\"");
    assertThat(variants(field("a").matches("x.")))
        .containsExactly("a does not match /x./", "a matches /(?s).*/");
  }

  @Test
  void boundsMoveByOne() {
    assertThat(variants(field("n").isGreaterThan(5)))
        .containsExactly(
            "n is not greater than 5",
            "n is 5",
            "n is at least 5",
            "n is less than 5",
            "n is at most 5",
            "n is greater than 4",
            "n is greater than 6");
    assertThat(variants(field("n").is(1.5))).contains("n is 0.5", "n is 2.5");
    assertThat(variants(field("n").is(1e300))).contains("n is 1.0000000000000002e+300");
    assertThat(variants(field("n").is(Long.MAX_VALUE)))
        .contains("n is 9223372036854775806")
        .doesNotContain("n is -9223372036854775808");
    assertThat(variants(field("n").is(Double.MAX_VALUE))).doesNotContain("n is \"Infinity\"");
    assertThat(variants(field("n").isIn(1, 3)))
        .containsExactly("n is not one of 1, 3", "n is 3", "n is 1", "n is one of 1, 3, 4");
  }

  @Test
  void networksHalveAndDouble() {
    assertThat(variants(field("ip").inNetwork("10.0.0.0/8", "::1")))
        .containsExactly(
            "ip is not in one of 10.0.0.0/8, ::1",
            "ip is in ::1",
            "ip is in 10.0.0.0/8",
            "ip is in one of 10.0.0.0/9, ::1",
            "ip is in one of 10.0.0.0/7, ::1",
            "ip is in one of 10.0.0.0/8, ::1/127");
    assertThat(variants(field("ip").inNetwork("::ffff:10.0.0.0/104")))
        .contains("ip is in ::ffff:10.0.0.0/105");
  }

  @Test
  void listsAndPlaces() {
    assertThat(changes(field("items").anyElement(value().is(true))))
        .containsExactly(
            "items has an element where it is true becomes items has no element where it is true",
            "items has an element where it is true becomes items has only elements where it is true",
            "in the elements of items: it is true becomes it is not true",
            "in the elements of items: it is true becomes it is false");
    assertThat(variants(firstAnywhere("k").is(true))).contains("some k anywhere is true");
    assertThat(variants(anywhere("k").is(true)))
        .contains("no k anywhere is true", "the first k anywhere is true");
    assertThat(variants(field("a").isSameAs("b")))
        .containsExactly("a is not the same as b", "a exists");
    assertThat(variants(always())).containsExactly("never");
    assertThat(variants(anyOf())).containsExactly("always");
  }

  /** The samples of a good test of this rule accept no variant in its place. */
  @Test
  void goodSamplesTellAllVariantsOfARuleApart() {
    Condition rule = allOf(
        field("name").is("Stop"),
        not(field("user", "type").is("Service")),
        field("count").isAtLeast(3));
    List<FieldValue> samples = Stream.of(
            sample("Stop", "Human", 3),
            sample("Stop", "Service", 3),
            sample("Stop", "Human", 2),
            sample("Stop", "Human", 4),
            sample("Stop~", "Human", 3),
            sample("eStop", "Human", 3),
            sample("Stops", "Human", 3),
            sample("stop", "Human", 3),
            sample("Stop", "service", 3),
            sample("Stop", "Service~", 3),
            sample("Stop", "ServiceX", 3),
            sample("Stop", "XService", 3),
            sample("Go", "Human", 3))
        .toList();

    assertThat(rule.variants()).hasSizeGreaterThan(20);
    assertThat(rule.variants())
        .allMatch(variant -> samples.stream()
            .anyMatch(sample -> variant.condition().test(sample) != rule.test(sample)));
  }

  private static FieldValue sample(String name, String type, int count) {
    return FieldValue.of(Map.of("name", name, "user", Map.of("type", type), "count", count));
  }
}
