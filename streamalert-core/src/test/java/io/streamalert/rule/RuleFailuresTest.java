package io.streamalert.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.ConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFailuresTest {

  private static final String JSON =
      "{\"user\": \"ann\", \"detail\": {\"ip\": \"192.0.2.7\"}, \"tags\": [\"a\", \"b\"]}";
  private static final LogRecord RECORD = LogRecord.of("acme:login", JSON);

  private static RuleSpecBuilder spec(String name) {
    return RuleSpec.named(name).logs("acme:login");
  }

  private static Rule rule(String name, BiPredicate<LogRecord, RuleContext> code) {
    return Rule.of(spec(name).build(), code);
  }

  private static RulesEngineBuilder builder(Rule... rules) {
    return RulesEngine.builder().rules(List.of(rules));
  }

  private static List<String> told(RulesEngineBuilder engine) {
    return engine.build().evaluate(RECORD).stream().map(RuleFailuresTest::told).toList();
  }

  private static String told(RuleOutcome outcome) {
    return outcome instanceof RuleOutcome.Triggered ? outcome.rule() : outcome.toString();
  }

  @Test
  void aBrokenRuleDisturbsNothing() {
    Rule broken = rule("broken", (record, context) -> {
      throw new IllegalStateException(record.toJson());
    });
    Rule sneaky = rule("sneaky", (record, context) -> sneak(new InterruptedException("s3cr3t")));
    Rule deep = rule("deep", (record, context) -> overflow(1) > 0);
    Rule linked = rule("linked", (record, context) -> {
      throw new NoClassDefFoundError("com/acme/Helper");
    });
    Rule matcher = Rule.of(spec("matcher")
        .matchers(Matcher.of("m", r -> {
          throw new AssertionError("no");
        }))
        .build());
    Rule good = Rule.of(spec("good").build());

    assertThat(told(builder(broken, sneaky, deep, linked, matcher, good)))
        .containsExactly(
            "Failed[broken in matches: java.lang.IllegalStateException]",
            "Failed[sneaky in matches: java.lang.InterruptedException]",
            "Failed[deep in matches: java.lang.StackOverflowError]",
            "Failed[linked in matches: java.lang.NoClassDefFoundError]",
            "Failed[matcher in matcher m: java.lang.AssertionError]",
            "good");
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  /** Throws what the compiler would have us declare. */
  @SuppressWarnings("unchecked")
  private static <E extends Exception> boolean sneak(Exception e) throws E {
    throw (E) e;
  }

  static List<Consumer<LogRecord>> changes() {
    return List.of(
        record -> record.content().fields().clear(),
        record -> record.content().fields().put("user", FieldValue.of("eve")),
        record -> record.at("detail").fields().remove("ip"),
        record -> record.at("tags").elements().add(FieldValue.of("c")),
        record -> record.at("tags").elements().clear(),
        record -> mutable(record.content().toJava()).put("user", "eve"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mutable(Object content) {
    return (Map<String, Object>) content;
  }

  @ParameterizedTest
  @MethodSource("changes")
  void noRuleCanChangeARecord(Consumer<LogRecord> change) {
    List<String> seen = new ArrayList<>();
    Rule changing = rule("changing", (record, context) -> {
      change.accept(record);
      return false;
    });
    Rule next = rule("next", (record, context) -> seen.add(record.toJson()));
    String before = RECORD.toJson();

    List<RuleOutcome> outcomes = builder(changing, next).build().evaluate(RECORD);

    assertThat(seen).containsExactly(before);
    assertThat(RECORD.toJson()).isEqualTo(before);
    assertThat(outcomes.get(outcomes.size() - 1)).isInstanceOf(RuleOutcome.Triggered.class);
  }

  @Test
  void whatBreaksBesideTheAlertDoesNotCostTheAlert() {
    RuleSpec spec = spec("r")
        .description("about")
        .outputs("slack:sec")
        .dynamicOutputs((record, context) -> List.of(OutputId.parse("bad")))
        .dynamicOutputs((record, context) -> unsafe(null))
        .dynamicOutputs((record, context) -> java.util.Collections.singletonList(unsafe(null)))
        .dynamicOutputs((record, context) -> List.of(OutputId.of("slack", "team")))
        .build();
    Rule rule = new Rule() {
      @Override
      public RuleSpec spec() {
        return spec;
      }

      @Override
      public AlertDetails describe(LogRecord record, RuleContext context) {
        return unsafe(null);
      }
    };
    RuleStaging staging = name -> {
      throw new IllegalStateException("no");
    };

    List<RuleOutcome> outcomes = builder(rule).staging(staging).build().evaluate(RECORD);

    assertThat(outcomes.subList(1, outcomes.size()))
        .extracting(Object::toString)
        .containsExactly(
            "Failed[r in describe: java.lang.NullPointerException]",
            "Failed[r in staging: java.lang.IllegalStateException]",
            "Failed[r in outputs: java.lang.IllegalArgumentException]",
            "Failed[r in outputs: java.lang.NullPointerException]",
            "Failed[r in outputs: java.lang.NullPointerException]");
    Alert alert = ((RuleOutcome.Triggered) outcomes.get(0)).alert();
    assertThat(alert.title()).isEqualTo("about");
    assertThat(alert.outputs())
        .extracting(OutputId::toString)
        .containsExactlyInAnyOrder("aws-firehose:alerts", "slack:sec", "slack:team");
  }

  /** What code without null checks returns. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T unsafe(Object value) {
    @SuppressWarnings("unchecked")
    T result = (T) value;
    return result;
  }

  @Test
  void aMatcherIsAskedOnlyWhereTheConditionHolds() {
    Matcher broken = Matcher.of("m", r -> {
      throw new IllegalStateException("no");
    });
    Condition bob = Condition.field("user").is("bob");

    assertThat(told(builder(Rule.of(spec("r").where(bob).matchers(broken).build()))))
        .isEmpty();
    assertThat(told(builder(Rule.of(spec("r").matchers(broken).build())))).hasSize(1);
  }

  @Test
  void aRuleWithoutAUsableSpecIsRefused() {
    Rule none = new Rule() {
      @Override
      public RuleSpec spec() {
        return unsafe(null);
      }
    };
    Rule nameless = Rule.of(spec("nameless").matchers(new Nameless()).build());

    assertThatThrownBy(() -> builder(none, nameless).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("RuleFailuresTest$")
        .hasMessageContaining("no usable spec: java.lang.NullPointerException")
        .hasMessageContaining("no usable spec: java.lang.IllegalStateException: no name");
  }

  private static final class Nameless implements Matcher {
    @Override
    public String name() {
      throw new IllegalStateException("no name");
    }

    @Override
    public boolean matches(LogRecord record) {
      return true;
    }
  }
}
