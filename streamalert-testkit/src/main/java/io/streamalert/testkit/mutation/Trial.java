package io.streamalert.testkit.mutation;

import io.streamalert.condition.Condition;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleContext;
import io.streamalert.rule.RuleSpec;
import io.streamalert.rule.RuleSpecBuilder;
import io.streamalert.rule.RulesEngine;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The parts of a rule that decide whether it triggers, so that one of them can be changed.
 *
 * @param spec the rule's spec
 * @param dataTypes the normalised types of which one must be there
 * @param demand condition and required sub-keys
 * @param matchers the matchers
 * @param code the rule's code
 */
record Trial(
    RuleSpec spec,
    Set<String> dataTypes,
    Condition demand,
    List<Matcher> matchers,
    BiPredicate<LogRecord, RuleContext> code) {

  static Trial of(Rule rule) {
    RuleSpec spec = rule.spec();
    return new Trial(spec, spec.dataTypes(), demand(spec), spec.matchers(), rule::matches);
  }

  private static Condition demand(RuleSpec spec) {
    Stream<Condition> subKeys = spec.requiredSubKeys().entrySet().stream().map(Trial::subKeys);
    Condition[] all = Stream.concat(subKeys, Stream.of(spec.condition()))
        .filter(condition -> !condition.equals(Condition.always()))
        .toArray(Condition[]::new);
    return all.length == 0
        ? Condition.always()
        : Arrays.stream(all).reduce(Condition::and).orElseThrow();
  }

  private static Condition subKeys(Map.Entry<String, Set<String>> required) {
    return Condition.hasSubKeys(
        required.getKey(), required.getValue().stream().sorted().toArray(String[]::new));
  }

  Trial withDemand(Condition other) {
    return new Trial(spec, dataTypes, other, matchers, code);
  }

  Trial withMatchers(List<Matcher> others) {
    return new Trial(spec, dataTypes, demand, List.copyOf(others), code);
  }

  Trial withDataTypes(Set<String> others) {
    return new Trial(spec, others, demand, matchers, code);
  }

  Trial withCode(BiPredicate<LogRecord, RuleContext> other) {
    return new Trial(spec, dataTypes, demand, matchers, other);
  }

  /** Without matchers and code. */
  Trial withoutCode() {
    return withMatchers(List.of()).withCode((record, context) -> true);
  }

  /** An engine with nothing but this. */
  RulesEngine engine(Clock clock, LookupTables tables) {
    RuleSpecBuilder parts = RuleSpec.named(spec.name())
        .logs(spec.logs().stream().map(LogType::name).toArray(String[]::new))
        .dataTypes(dataTypes.toArray(String[]::new))
        .where(demand)
        .matchers(matchers.toArray(Matcher[]::new));
    spec.context().forEach(parts::context);
    return RulesEngine.builder()
        .rules(List.of(Rule.of(parts.build(), code)))
        .clock(clock)
        .tables(tables)
        .build();
  }
}
