package io.streamalert.rule;

import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Runs rules over records. Its rules never change and it keeps no record; it only counts what its
 * rules do. Thread-safe.
 */
public final class RulesEngine {

  private final Map<String, RuleRun> runs = new LinkedHashMap<>();
  private final Map<LogType, TypeRules> byType = new ConcurrentHashMap<>();
  private final LongSupplier ticker;

  RulesEngine(List<RegisteredRule> rules, RunParts parts) {
    this.ticker = parts.ticker();
    rules.forEach(rule -> runs.put(rule.spec().name(), new RuleRun(rule, parts)));
  }

  /**
   * Starts an engine.
   *
   * @return a builder
   */
  public static RulesEngineBuilder builder() {
    return new RulesEngineBuilder();
  }

  /**
   * The rules, also those that are disabled or inactive.
   *
   * @return the rules by name, in their order; unmodifiable
   */
  public Map<String, Rule> rules() {
    Map<String, Rule> rules = new LinkedHashMap<>();
    runs.forEach((name, run) -> rules.put(name, run.rule()));
    return Collections.unmodifiableMap(rules);
  }

  /**
   * The rules with their origins and states.
   *
   * @return one entry a rule, in their order
   */
  public List<RuleEntry> entries() {
    return runs.values().stream().map(RuleRun::entry).toList();
  }

  /**
   * What the rules did since this engine was made. {@link #explain} does not count.
   *
   * @return the numbers as they are now
   */
  public RuleStatistics statistics() {
    Map<RuleRun, Long> evaluations = new HashMap<>();
    byType.values().forEach(rules -> rules.addEvaluations(evaluations));
    return new RuleStatistics(runs.values().stream()
        .map(run -> run.statistics(evaluations.getOrDefault(run, 0L)))
        .toList());
  }

  /**
   * The rules that another engine has in another form.
   *
   * @param before the other engine
   * @return names of rules that both have and whose specs differ, or whose code is of another class:
   *     also of the same class loaded anew, as nobody can tell what its code does; unmodifiable
   */
  public Set<String> changedSince(RulesEngine before) {
    Set<String> changed = new LinkedHashSet<>();
    runs.forEach((name, run) -> {
      RuleRun other = before.runs.get(name);
      if (other != null && !run.isSameAs(other)) {
        changed.add(name);
      }
    });
    return Collections.unmodifiableSet(changed);
  }

  /**
   * Runs every rule that looks at the record's type.
   *
   * @param record the record
   * @return what is worth telling, in the order of the rules: {@link RuleOutcome.Triggered} and {@link
   *     RuleOutcome.Failed}, or both where a rule triggered but its {@code describe} or a function
   *     for its outputs broke; for the others see {@link #explain}
   */
  public List<RuleOutcome> evaluate(LogRecord record) {
    return evaluate(List.of(record)).get(0);
  }

  /**
   * Runs every rule that looks at a record's type, for some records. Quicker than one by one.
   *
   * @param records the records
   * @return for each record, in their order, what {@link #evaluate(LogRecord)} tells
   */
  public List<List<RuleOutcome>> evaluate(List<LogRecord> records) {
    Map<LogType, TypeRules.Tally> tallies = new HashMap<>();
    List<List<RuleOutcome>> outcomes = new ArrayList<>(records.size());
    try {
      for (LogRecord record : records) {
        outcomes.add(tallies
            .computeIfAbsent(record.type(), type -> rulesFor(type).tally())
            .evaluate(record));
      }
    } finally {
      tallies.values().forEach(TypeRules.Tally::settle);
    }
    return Collections.unmodifiableList(outcomes);
  }

  /**
   * What each rule makes of a record, with reasons. Slower than {@link #evaluate}.
   *
   * @param record the record
   * @return one outcome a rule, in their order
   */
  public List<RuleOutcome> explain(LogRecord record) {
    return runs.values().stream().map(run -> run.explain(record)).toList();
  }

  /**
   * What one rule makes of a record, with reasons.
   *
   * @param rule the rule's name
   * @param record the record
   * @return its outcome, or empty if there is no such rule
   */
  public Optional<RuleOutcome> explain(String rule, LogRecord record) {
    return Optional.ofNullable(runs.get(rule)).map(run -> run.explain(record));
  }

  private TypeRules rulesFor(LogType type) {
    TypeRules known = byType.get(type);
    return known != null ? known : byType.computeIfAbsent(type, this::select);
  }

  private TypeRules select(LogType type) {
    List<RuleRun> selected =
        runs.values().stream().filter(run -> run.looksAt(type)).toList();
    return new TypeRules(selected, ticker);
  }
}
