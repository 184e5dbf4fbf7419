package io.streamalert.rule;

import io.streamalert.alert.OutputId;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Runs rules over records. Immutable and thread-safe; it keeps no record. */
public final class RulesEngine {

  private final Map<String, Rule> rules;
  private final Map<LogType, TypeRules> byType = new ConcurrentHashMap<>();
  private final Builder parts;
  private final Set<OutputId> requiredOutputs;

  private RulesEngine(Builder parts, Map<String, Rule> rules) {
    this.parts = parts;
    this.rules = Collections.unmodifiableMap(rules);
    this.requiredOutputs = parts.settings.requiredOutputs().stream()
        .map(OutputId::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Starts an engine.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The rules, disabled ones too.
   *
   * @return the rules by name, in their order; unmodifiable
   */
  public Map<String, Rule> rules() {
    return rules;
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
    return rulesFor(record.type()).evaluate(record);
  }

  /**
   * What each rule makes of a record, with reasons. Slower than {@link #evaluate}.
   *
   * @param record the record
   * @return one outcome a rule, in their order
   */
  public List<RuleOutcome> explain(LogRecord record) {
    return rules.values().stream().map(rule -> run(rule).explain(record)).toList();
  }

  /**
   * What one rule makes of a record, with reasons.
   *
   * @param rule the rule's name
   * @param record the record
   * @return its outcome, or empty if there is no such rule
   */
  public Optional<RuleOutcome> explain(String rule, LogRecord record) {
    return Optional.ofNullable(rules.get(rule)).map(found -> run(found).explain(record));
  }

  private TypeRules rulesFor(LogType type) {
    TypeRules known = byType.get(type);
    return known != null ? known : byType.computeIfAbsent(type, this::makeRules);
  }

  private TypeRules makeRules(LogType type) {
    return new TypeRules(
        rules.values().stream().map(this::run).filter(run -> run.looksAt(type)).toList());
  }

  private RuleRun run(Rule rule) {
    return new RuleRun(rule, parts.clock, parts.tables, parts.staging, requiredOutputs);
  }

  /** Collects rules and what they use. Not thread-safe. */
  public static final class Builder {

    private final List<Rule> rules = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private LookupTables tables = LookupTables.none();
    private RuleStaging staging = RuleStaging.none();
    private Settings settings = Settings.defaults();

    private Builder() {}

    /**
     * Adds rules behind those that are there.
     *
     * @param more the rules
     * @return this
     */
    public Builder rules(Collection<? extends Rule> more) {
      rules.addAll(more);
      return this;
    }

    /**
     * Sets the clock that stamps alerts and that rules see.
     *
     * @param clock the clock; default the system's
     * @return this
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets the lookup tables of the rules.
     *
     * @param tables the tables; default none
     * @return this
     */
    public Builder tables(LookupTables tables) {
      this.tables = Objects.requireNonNull(tables, "tables");
      return this;
    }

    /**
     * Sets which rules are staged.
     *
     * @param staging the staging; default none is
     * @return this
     */
    public Builder staging(RuleStaging staging) {
      this.staging = Objects.requireNonNull(staging, "staging");
      return this;
    }

    /**
     * Sets the required outputs.
     *
     * @param settings the settings; default {@link Settings#defaults()}
     * @return this
     */
    public Builder settings(Settings settings) {
      this.settings = Objects.requireNonNull(settings, "settings");
      return this;
    }

    /**
     * Makes the engine.
     *
     * @return the engine
     * @throws ConfigException if two rules have one name; the message names both
     */
    public RulesEngine build() {
      Map<String, Rule> byName = new LinkedHashMap<>();
      List<ConfigException.Problem> problems = new ArrayList<>();
      for (Rule rule : rules) {
        Rule other = byName.putIfAbsent(rule.spec().name(), rule);
        if (other != null) {
          problems.add(sameName(rule, other));
        }
      }
      ConfigException.throwIfAny(problems);
      return new RulesEngine(this, byName);
    }

    private static ConfigException.Problem sameName(Rule rule, Rule other) {
      return ConfigException.Problem.of("Two rules have the name \""
              + rule.spec().name() + "\": " + origin(other) + " and " + origin(rule))
          .mendedBy("Rename one of them, or load only one.");
    }

    private static String origin(Rule rule) {
      var source = rule.getClass().getProtectionDomain().getCodeSource();
      return rule.getClass().getName() + (source == null ? "" : " in " + source.getLocation());
    }
  }
}
