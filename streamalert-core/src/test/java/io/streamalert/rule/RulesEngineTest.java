package io.streamalert.rule;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesEngineTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final LogRecord RECORD = LogRecord.builder(
          LogType.of("acme:login"),
          FieldValue.of(Map.of("user", "ann", "detail", Map.of("ip", "192.0.2.7"))))
      .build();

  private static RulesEngine engine(Rule... rules) {
    return builder(rules).build();
  }

  private static RulesEngineBuilder builder(Rule... rules) {
    return RulesEngine.builder().rules(List.of(rules)).clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  private static Alert onlyAlert(RulesEngine engine) {
    List<RuleOutcome> outcomes = engine.evaluate(RECORD);
    assertThat(outcomes).singleElement().isInstanceOf(RuleOutcome.Triggered.class);
    return ((RuleOutcome.Triggered) outcomes.get(0)).alert();
  }

  @Test
  void anAlertSaysWhatSpecAndRuleSay() {
    RuleSpec spec = spec("r")
        .description("about")
        .severity(Severity.LOW)
        .attack("T1078")
        .runbook("Ask the owner.")
        .references("https://example.org/r")
        .outputs("slack:sec")
        .dynamicOutputs(
            (record, context) -> List.of(OutputId.of("slack", record.at("user").asText())))
        .publishers("all")
        .publishersFor("slack", "service")
        .publishersFor("slack:sec", "own")
        .context("team", "red")
        .merge(MergePolicy.within(Duration.ofMinutes(5)).by("user"))
        .build();
    Rule rule = new Rule() {
      @Override
      public RuleSpec spec() {
        return spec;
      }

      @Override
      public boolean matches(LogRecord record, RuleContext context) {
        context.put(
            "seen",
            context.get("team").asText()
                + context.table("owners").get("ann", FieldValue.missing()).asText());
        return true;
      }

      @Override
      public AlertDetails describe(LogRecord record, RuleContext context) {
        return AlertDetails.titled("Hello " + record.at("user").asText())
            .withSeverity(Severity.HIGH)
            .with("more", 1);
      }
    };
    LookupTables tables = LookupTables.builder()
        .add("owners", LookupTable.of(Map.of("ann", "ops")))
        .build();

    Alert alert = onlyAlert(builder(rule).tables(tables).build());

    assertThat(alert.id()).isEqualTo(AlertId.of(RECORD.id(), "r"));
    assertThat(alert.created()).isEqualTo(NOW);
    assertThat(alert.title()).isEqualTo("Hello ann");
    assertThat(alert.severity()).isEqualTo(Severity.HIGH);
    assertThat(alert.runbook()).isEqualTo("Ask the owner.");
    assertThat(alert.references()).containsExactly("https://example.org/r");
    assertThat(alert.outputs())
        .extracting(OutputId::toString)
        .containsExactly("aws-firehose:alerts", "slack:ann", "slack:sec");
    assertThat(alert.publishers())
        .isEqualTo(Map.of(
            OutputId.parse("slack:ann"), List.of("all", "service"),
            OutputId.parse("slack:sec"), List.of("all", "service", "own")));
    assertThat(alert.context())
        .isEqualTo(Map.of(
            "team",
            FieldValue.of("red"),
            "seen",
            FieldValue.of("redops"),
            "more",
            FieldValue.of(1)));
    assertThat(alert.mergePolicy().isEnabled()).isTrue();
    assertThat(alert.attack()).containsExactly("T1078");
    assertThat(alert.staged()).isFalse();
  }

  @Test
  void aStagedRuleReachesOnlyTheRequiredOutputs() {
    Rule rule = Rule.of(spec("r").outputs("slack:sec").build());
    Alert alert = onlyAlert(builder(rule).staging("r"::equals).build());

    assertThat(alert.staged()).isTrue();
    assertThat(alert.outputs()).containsExactly(OutputId.parse("aws-firehose:alerts"));
  }

  @Test
  void checksRunInOrder() {
    List<String> asked = new ArrayList<>();
    Matcher first = Matcher.of("first", r -> asked.add("first"));
    Matcher second = Matcher.of("second", r -> !asked.add("second"));
    RuleSpecBuilder checked = spec("r").requireSubKeys("detail", "ip").matchers(first, second);
    Rule rule = Rule.of(checked.build(), (record, context) -> asked.add("code"));

    assertThat(engine(rule).evaluate(RECORD)).isEmpty();
    assertThat(asked).containsExactly("first", "second");
    asked.clear();
    for (RuleSpec refusing : List.of(
        checked.where(field("user").is("bob")).build(),
        checked.where(Condition.always()).requireSubKeys("detail", "port").build(),
        checked.requireSubKeys("detail").dataTypes("ip_address").build())) {
      assertThat(engine(Rule.of(refusing)).evaluate(RECORD)).isEmpty();
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void formerNamesKeepStaging() {
    Rule rule = Rule.of(spec("now").formerly("before").build());

    assertThat(onlyAlert(builder(rule).staging("before"::equals).build()).staged())
        .isTrue();
    assertThat(onlyAlert(builder(rule).staging("other"::equals).build()).staged())
        .isFalse();
  }

  @Test
  void namesAndFormerNamesAreUnique() {
    Rule one = Rule.of(spec("one").formerly("old").build());
    Rule two = Rule.of(spec("two").formerly("old").build());
    Rule three = Rule.of(spec("three").formerly("two").build());

    assertThatThrownBy(() -> engine(one, two, three))
        .hasMessageContaining("Two rules were formerly \"old\": one (")
        .hasMessageContaining("The rule three (Rule.of in code) was formerly \"two\"");
  }

  @Test
  void aListTellsWhatBecomesOfEachRule() {
    Rule on = Rule.of(spec("on").where(field("user").is("ann")).build());
    Rule trial = Rule.of(spec("trial").build());
    Rule off = Rule.of(spec("off").disabled().build());

    List<RuleEntry> entries =
        builder(on, trial, off).staging("trial"::equals).build().entries();

    assertThat(entries)
        .extracting(RuleEntry::state)
        .containsExactly(RuleState.ENABLED, RuleState.STAGED, RuleState.DISABLED);
    assertThat(entries).extracting(RuleEntry::isIndexable).containsExactly(true, false, false);
    assertThat(entries).extracting(e -> e.spec().name()).containsExactly("on", "trial", "off");
  }

  @Test
  void explainsEveryRule() {
    Rule off = Rule.of(spec("off").disabled().build());
    Rule other = Rule.of(RuleSpec.named("other").logs("x:y").build());
    Rule no = Rule.of(spec("no").where(field("user").is("bob")).build());
    Rule code = Rule.of(spec("code").build(), (r, c) -> false);
    Rule type = Rule.of(RuleSpec.named("type").dataTypes("ip_address").build());
    Rule yes = Rule.of(spec("yes").build());

    List<RuleOutcome> outcomes = engine(off, other, no, code, type, yes).explain(RECORD);

    assertThat(outcomes.subList(0, 5))
        .containsExactly(
            new RuleOutcome.Skipped("off", "the rule is disabled"),
            new RuleOutcome.Skipped("other", "the rule looks at x:y, not at acme:login"),
            new RuleOutcome.NotTriggered("no", "no: user is \"bob\" (found STRING)"),
            new RuleOutcome.NotTriggered("code", "the code of the rule says no"),
            new RuleOutcome.NotTriggered(
                "type", "the record has no value of the normalised types [ip_address]"));
    assertThat(outcomes.get(5).<String>fold(t -> "t", n -> "n", s -> "s", f -> "f"))
        .isEqualTo("t");
    assertThat(engine(yes).explain("nobody", RECORD)).isEmpty();
  }

  @Test
  void dataTypesAreHonoured() {
    Rule rule = Rule.of(RuleSpec.named("r").dataTypes("ip_address").build());
    LogRecord normalized = RECORD.with(
        LogRecord.NORMALIZATION_KEY,
        FieldValue.of(Map.of("ip_address", List.of(Map.of("values", List.of("192.0.2.7"))))));

    assertThat(engine(rule).evaluate(RECORD)).isEmpty();
    assertThat(engine(rule).evaluate(normalized)).hasSize(1);
  }

  @Test
  void twoRulesOfOneNameAreRefused() {
    Rule one = Rule.of(spec("same").build());
    assertThatThrownBy(() -> engine(one, new Twin()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("same")
        .hasMessageContaining(Twin.class.getName());
  }

  private static final class Twin implements Rule {
    @Override
    public RuleSpec spec() {
      return RulesEngineTest.spec("same").build();
    }
  }

  @Test
  void printingShowsNoValues() {
    RuleContext context = RuleContext.of(Instant.EPOCH, LookupTables.none()).put("user", "hunter2");
    AlertDetails details = AlertDetails.titled("hunter2").with("user", "hunter2");

    assertThat(context.toString() + details).contains("[user]").doesNotContain("hunter2");
  }
}
