package io.streamalert.testkit.mutation;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleSpecBuilder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleMutationsTest {

  private static final Rule DECLARED = Rule.of(
      spec().where(field("user").is("root").and(field("attempts").isAtLeast(3))).build());
  private static final Rule CODE = Rule.of(
      spec().build(),
      (record, context) ->
          record.at("who", "user").is("root") && record.at("hosts").elements().size() > 1);

  private static RuleSpecBuilder spec() {
    return RuleSpec.named("tried").logs("acme:login");
  }

  private static List<LogRecord> records(String... json) {
    return Stream.of(json).map(text -> LogRecord.of("acme:login", text)).toList();
  }

  @Test
  void fewSamplesLeaveSurvivors() {
    MutationReport report = RuleMutations.of(DECLARED)
        .test(records("{\"user\":\"root\",\"attempts\":3}"), records("{}"));

    assertThat(report.rule()).isEqualTo("tried");
    assertThat(report.isSparse()).isFalse();
    assertThat(report.score()).isBetween(0.1, 0.9);
    assertThat(report.survivors())
        .contains("without user is \"root\"", "without attempts is at least 3")
        .doesNotContain("without the condition");
    assertThat(report)
        .hasToString("tried: " + report.killed() + " of " + report.mutants().size()
            + " mutants killed\n  survived: "
            + String.join("\n  survived: ", report.survivors()));
  }

  @Test
  void goodSamplesKillAll() {
    MutationReport report = RuleMutations.of(DECLARED)
        .test(
            records("{\"user\":\"root\",\"attempts\":3}", "{\"user\":\"root\",\"attempts\":4}"),
            records(
                "{\"user\":\"root\",\"attempts\":2}",
                "{\"user\":\"alice\",\"attempts\":3}",
                "{\"user\":\"root~\",\"attempts\":3}",
                "{\"user\":\"xroot\",\"attempts\":3}",
                "{\"user\":\"Root\",\"attempts\":3}",
                "{\"attempts\":3}",
                "{\"user\":\"root\"}"));

    assertThat(report.survivors()).isEmpty();
    assertThat(report.score()).isEqualTo(1);
  }

  @Test
  void codeIsMutatedByWhatItLooksAt() {
    List<LogRecord> triggering =
        records("{\"who\":{\"user\":\"root\",\"name\":\"x\"},\"hosts\":[\"a\",\"b\"],\"n\":1}");

    MutationReport report = RuleMutations.of(CODE).test(triggering, List.of());

    assertThat(report.survivors())
        .containsExactly(
            "the code overlooks that who.user is not there",
            "the code overlooks that who.user is null",
            "the code overlooks that who.user is empty",
            "the code overlooks that who.user is another value",
            "the code overlooks that hosts[1] is not there");
    assertThat(report.score()).isZero();
  }

  @Test
  void quietSamplesKillMutantsOfCode() {
    MutationReport report = RuleMutations.of(CODE)
        .test(
            records("{\"who\":{\"user\":\"root\"},\"hosts\":[\"a\",\"b\"]}"),
            records(
                "{\"who\":{\"user\":\"alice\"},\"hosts\":[\"a\",\"b\"]}",
                "{\"who\":{\"user\":null},\"hosts\":[\"a\",\"b\"]}",
                "{\"who\":{\"user\":\"root\"},\"hosts\":[\"a\"]}"));

    assertThat(report.survivors())
        .containsExactly(
            "the code overlooks that who.user is not there",
            "the code overlooks that who.user is empty");
  }

  @Test
  void matchersAndSubKeysAreDemandsToo() {
    Rule rule = Rule.of(spec()
        .requireSubKeys("who", "user")
        .matchers(
            Matcher.of("prod", field("env").is("prod")),
            Matcher.of("odd", record -> record.at("n").asLong().orElse(0) % 2 == 1))
        .build());

    MutationReport report = RuleMutations.of(rule)
        .test(
            records("{\"who\":{\"user\":null},\"env\":\"prod\",\"n\":1}"),
            records("{\"who\":{\"user\":null},\"env\":\"test\",\"n\":1}"));

    assertThat(report.mutants())
        .contains(
            new Mutant("without the matcher prod", true),
            new Mutant("the matcher prod turned round", true),
            new Mutant("without the matcher odd", false),
            new Mutant("the matcher odd turned round", true))
        .extracting(Mutant::change)
        .contains("who.user exists becomes who.user does not exist")
        .anyMatch(change -> change.startsWith("in the matcher prod: env is \"prod\" becomes"));
  }

  @Test
  void mutantsSeeClockAndTables() {
    Rule rule = Rule.of(
        spec().where(field("user").exists()).build(),
        (record, context) ->
            context.table("owners").get(record.at("user").textOr("")).isPresent());
    LookupTables tables =
        LookupTables.builder().add("owners", LookupTable.of(Map.of("a", 1))).build();

    MutationReport report = RuleMutations.of(rule, Clock.systemUTC(), tables)
        .test(records("{\"user\":\"a\"}"), records("{\"user\":\"b\"}"));

    assertThat(report.mutants())
        .contains(new Mutant("the code overlooks that user is another value", true));
  }

  @Test
  void breakingIsNoticed() {
    Rule strict = Rule.of(
        spec().where(field("n").exists()).build(),
        (record, context) -> record.at("n").asLong().orElseThrow() > 0);

    MutationReport report = RuleMutations.of(strict).test(records("{\"n\":1}"), records("{}"));

    assertThat(report.mutants()).contains(new Mutant("without the condition", true));
  }

  @Test
  void wrongSamplesAreRefused() {
    assertThatThrownBy(() -> RuleMutations.of(DECLARED).test(records("{}"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tried does not answer as sample 1 of those it should trigger on");
    assertThatThrownBy(() -> RuleMutations.of(DECLARED)
            .test(List.of(), records("{\"user\":\"root\",\"attempts\":3}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("should not trigger on");
  }

  @Test
  void ruleOfOneWordIsSparse() {
    MutationReport report =
        RuleMutations.of(Rule.of(spec().build())).test(records("{}"), List.of());

    assertThat(report.isSparse()).isTrue();
    assertThat(report.score()).isEqualTo(1);
  }
}
