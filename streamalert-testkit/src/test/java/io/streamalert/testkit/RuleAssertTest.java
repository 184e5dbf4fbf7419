package io.streamalert.testkit;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.firstAnywhere;
import static io.streamalert.condition.Condition.not;
import static io.streamalert.condition.Condition.value;
import static io.streamalert.testkit.StreamAlertAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.condition.Condition;
import io.streamalert.rule.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RuleAssertTest {

  @TestFactory
  Stream<DynamicTest> everyKindOfConditionCanHold() {
    return Stream.of(
            field("user").is("root"),
            field("user").isIn("root", "admin"),
            field("user").startsWith("svc-"),
            field("user").endsWith("-prod"),
            field("user").contains("adm"),
            field("user").glob("*-admin"),
            field("source", "ip").inNetwork("10.0.0.0/8"),
            field("source", "port").isIn(22, 23).and(field("attempts").isGreaterThan(1_000_000)),
            field("attempts").isLessThan(-5),
            field("device").isMissing(),
            field("device", "model", "name").isNull(),
            field("device", "owner").isSameAs("device", "user"),
            field("device", "tags").anyElement(field("key").is("env")),
            field("device", "tags").allElements(value().startsWith("t")),
            firstAnywhere("serial").is("X-1"),
            not(field("device", "trusted").is(true)).and(field("user").is("root")),
            anyOf(field("user").is("a"), field("device", "b").is(2)),
            field("user")
                .is("root")
                .and(field("attempts").isAtLeast(7))
                .and(field("source", "ip").is("192.0.2.1"))
                .and(field("source", "port").is(443))
                .and(field("device", "os").is("plan9"))
                .and(not(field("device", "jailed").is(true))))
        .map(condition -> DynamicTest.dynamicTest(
            condition.describe(),
            () -> assertThat(rule(condition))
                .neverThrowsOn(Samples.SCHEMA)
                .canTriggerOn(Samples.SCHEMA)));
  }

  private static Rule rule(Condition condition) {
    return Rule.of(Samples.spec("tried").where(condition).build());
  }

  @Test
  void hintNamesWhatCodeLooksFor() {
    Rule hidden = Rule.of(
        Samples.spec("hidden").build(),
        (record, context) -> record.at("user").is("nobody-names-me"));

    assertThat(hidden).canTriggerOn(Samples.SCHEMA, field("user").is("nobody-names-me"));
    assertThatThrownBy(() -> assertThat(hidden).canTriggerOn(Samples.SCHEMA))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected hidden to trigger on some record of acme:login");
  }

  @Test
  void carelessCodeIsFound() {
    Rule careless = Rule.of(
        Samples.spec("careless").build(),
        (record, context) -> record.at("user").asString().orElseThrow().isEmpty());

    assertThatThrownBy(() -> assertThat(careless).neverThrowsOn(Samples.SCHEMA))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "The rule careless broke in matches: java.util.NoSuchElementException at io.streamalert.testkit.RuleAssertTest")
        .hasMessageContaining("on this record, which was made up:")
        .hasMessageContaining("\"user\":null");
  }
}
