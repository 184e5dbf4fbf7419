package io.streamalert.rule;

import io.streamalert.record.LogType;
import io.streamalert.rule.RulesEngineBuilder.Offered;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds rules against each other and against the log types that there are. */
final class RuleChecks {

  private final @Nullable Set<LogType> types;
  private final Map<String, RegisteredRule> byName = new LinkedHashMap<>();
  private final Map<String, RegisteredRule> byFormerName = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** Null stands for any log type. */
  RuleChecks(@Nullable Set<LogType> types) {
    this.types = types;
  }

  /** The rules in their order; throws with all problems. */
  List<RegisteredRule> check(List<Offered> offered) {
    offered.forEach(rule -> register(rule).ifPresent(this::add));
    byFormerName.values().forEach(this::checkFormerName);
    ConfigException.throwIfAny(problems);
    return List.copyOf(byName.values());
  }

  private Optional<RegisteredRule> register(Offered offered) {
    try {
      RuleSpec spec = Objects.requireNonNull(offered.rule().spec(), "spec");
      spec.matchers().forEach(matcher -> Objects.requireNonNull(matcher.name(), "name"));
      return Optional.of(
          new RegisteredRule(offered.rule(), spec, offered.origin(), isActive(offered, spec)));
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      problems.add(Problem.of("The rule " + offered.origin() + " has no usable spec: " + e)
          .mendedBy("Let spec() return a RuleSpec, and each matcher give its name."));
      return Optional.empty();
    }
  }

  private boolean isActive(Offered offered, RuleSpec spec) {
    return !offered.origin().library()
        || types == null
        || spec.logs().isEmpty()
        || spec.logs().stream().anyMatch(types::contains);
  }

  private void add(RegisteredRule rule) {
    RegisteredRule other = byName.putIfAbsent(rule.spec().name(), rule);
    if (other != null) {
      problems.add(Problem.of("Two rules have the name \"" + rule.spec().name() + "\": "
              + other.origin() + " and " + rule.origin())
          .mendedBy("Rename one of them, or load only one."));
    }
    rule.spec().formerName().ifPresent(name -> addFormer(name, rule));
    checkLogs(rule);
  }

  private void addFormer(String name, RegisteredRule rule) {
    RegisteredRule other = byFormerName.putIfAbsent(name, rule);
    if (other != null) {
      problems.add(Problem.of("Two rules were formerly \"" + name + "\": " + described(other)
              + " and " + described(rule))
          .mendedBy("Only one can carry on its staging and merges."));
    }
  }

  private void checkFormerName(RegisteredRule rule) {
    String former = rule.spec().formerName().orElseThrow();
    RegisteredRule holder = byName.get(former);
    if (holder != null) {
      problems.add(Problem.of("The rule " + described(rule) + " was formerly \"" + former
              + "\", which is the name of the rule in " + holder.origin())
          .mendedBy("Leave out formerly(…), or rename that rule."));
    }
  }

  private static String described(RegisteredRule rule) {
    return rule.spec().name() + " (" + rule.origin() + ")";
  }

  private void checkLogs(RegisteredRule rule) {
    if (types == null || rule.origin().library()) {
      return;
    }
    List<String> known = types.stream().map(LogType::name).sorted().toList();
    for (LogType type : rule.spec().logs()) {
      if (!types.contains(type)) {
        problems.add(Problem.of(
                "The rule " + described(rule) + " looks at " + type + ", which has no schema")
            .choose(type.name(), known));
      }
    }
  }
}
