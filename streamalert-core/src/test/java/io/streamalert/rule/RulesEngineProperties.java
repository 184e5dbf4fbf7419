package io.streamalert.rule;

import static io.streamalert.condition.Condition.field;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.condition.Condition;
import io.streamalert.condition.ConditionArbitraries;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

/** The engine asks few rules; asking every rule, one after the other, tells the same. */
class RulesEngineProperties {

  private static final List<String> TYPES = List.of("acme:a", "acme:b");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

  /** What a generated rule does besides its condition. */
  private enum Code {
    NONE,
    ONLY_WITH_X,
    THROWS,
    MATCHER_THROWS,
    OVERFLOWS
  }

  private record Parts(
      Condition condition, int types, Code code, boolean isDisabled, boolean hasSubKeys) {

    Rule rule(int number) {
      RuleSpecBuilder spec = RuleSpec.named("rule_" + number).where(condition);
      spec.logs(types == 2 ? TYPES.toArray(String[]::new) : new String[] {TYPES.get(types)});
      if (isDisabled) {
        spec.disabled();
      }
      if (hasSubKeys) {
        spec.requireSubKeys("a", "b");
      }
      if (code == Code.MATCHER_THROWS) {
        spec.matchers(Matcher.of("broken", record -> {
          throw new IllegalStateException("broken");
        }));
      }
      return Rule.of(spec.build(), (record, context) -> matches(record));
    }

    private boolean matches(LogRecord record) {
      return switch (code) {
        case ONLY_WITH_X -> field("x").exists().test(record);
        case THROWS -> throw new IllegalStateException("broken");
        case OVERFLOWS -> matches(record);
        default -> true;
      };
    }
  }

  @Provide
  Arbitrary<List<Parts>> rules() {
    Arbitrary<Code> code = Arbitraries.frequency(
        Tuple.of(12, Code.NONE),
        Tuple.of(4, Code.ONLY_WITH_X),
        Tuple.of(1, Code.THROWS),
        Tuple.of(1, Code.MATCHER_THROWS));
    Arbitrary<Boolean> seldom = Arbitraries.integers().between(0, 9).map(i -> i == 0);
    return Combinators.combine(
            ConditionArbitraries.conditions(),
            Arbitraries.integers().between(0, 2),
            code,
            seldom,
            seldom)
        .as(Parts::new)
        .list()
        .ofSize(50);
  }

  @Provide
  Arbitrary<List<FieldValue>> contents() {
    return ConditionArbitraries.records().map(FieldValue::of).list().ofSize(25);
  }

  /** 320 times 50 rules and 25 records of two types, made and read: more than a million pairs that meet. */
  @Property(tries = 320, shrinking = ShrinkingMode.BOUNDED)
  void tellsWhatAskingEveryRuleTells(
      @ForAll("rules") List<Parts> parts, @ForAll("contents") List<FieldValue> contents) {
    List<Rule> rules = new ArrayList<>();
    parts.forEach(each -> rules.add(each.rule(rules.size())));
    RulesEngine engine = RulesEngine.builder().rules(rules).clock(CLOCK).build();
    for (FieldValue content : contents) {
      FieldValue read = FieldValue.parse(content.toJson());
      for (String type : TYPES) {
        LogRecord made = LogRecord.builder(LogType.of(type), content).build();
        assertThat(told(engine.evaluate(made))).isEqualTo(told(oneByOne(engine, made)));
        LogRecord fromText = LogRecord.builder(LogType.of(type), read).build();
        assertThat(told(engine.evaluate(fromText))).isEqualTo(told(oneByOne(engine, fromText)));
      }
    }
  }

  private static List<RuleOutcome> oneByOne(RulesEngine engine, LogRecord record) {
    return engine.explain(record).stream()
        .filter(outcome -> outcome.fold(yes -> true, no -> false, skipped -> false, failed -> true))
        .toList();
  }

  private static List<Map.Entry<String, String>> told(List<RuleOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> Map.entry(outcome.rule(), outcome.getClass().getSimpleName()))
        .toList();
  }
}
