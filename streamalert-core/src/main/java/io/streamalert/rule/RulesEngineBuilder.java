package io.streamalert.rule;

import io.streamalert.alert.OutputId;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the rules of a {@link RulesEngine} and what they use. Not thread-safe. */
public final class RulesEngineBuilder {

  /** A rule that was handed over and is not checked yet. */
  record Offered(Rule rule, RuleOrigin origin) {}

  private final List<Offered> rules = new ArrayList<>();
  private @Nullable Set<LogType> logTypes;
  private Clock clock = Clock.systemUTC();
  private LongSupplier ticker = System::nanoTime;
  private LookupTables tables = LookupTables.none();
  private RuleStaging staging = RuleStaging.none();
  private Settings settings = Settings.defaults();

  RulesEngineBuilder() {}

  /**
   * Adds rules of code behind those that are there.
   *
   * @param more the rules
   * @return this
   */
  public RulesEngineBuilder rules(Collection<? extends Rule> more) {
    more.forEach(rule -> rule(rule, RuleOrigin.of(rule)));
    return this;
  }

  /**
   * Adds a rule behind those that are there.
   *
   * @param rule the rule
   * @param origin where it comes from
   * @return this
   */
  public RulesEngineBuilder rule(Rule rule, RuleOrigin origin) {
    rules.add(new Offered(
        Objects.requireNonNull(rule, "rule"), Objects.requireNonNull(origin, "origin")));
    return this;
  }

  /**
   * Says which log types there are. A rule for another one is refused; one of a library is inactive
   * if all of its log types are others.
   *
   * @param types the types that have a schema; default any
   * @return this
   */
  public RulesEngineBuilder logTypes(Collection<LogType> types) {
    this.logTypes = Set.copyOf(types);
    return this;
  }

  /**
   * Sets the clock that stamps alerts and that rules see.
   *
   * @param clock the clock; default the system's
   * @return this
   */
  public RulesEngineBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets what measures how long rules take.
   *
   * @param ticker gives nanoseconds since any fixed moment; thread-safe; default {@link
   *     System#nanoTime}
   * @return this
   */
  public RulesEngineBuilder ticker(LongSupplier ticker) {
    this.ticker = Objects.requireNonNull(ticker, "ticker");
    return this;
  }

  /**
   * Sets the lookup tables of the rules.
   *
   * @param tables the tables; default none
   * @return this
   */
  public RulesEngineBuilder tables(LookupTables tables) {
    this.tables = Objects.requireNonNull(tables, "tables");
    return this;
  }

  /**
   * Sets which rules are staged.
   *
   * @param staging the staging; default none is
   * @return this
   */
  public RulesEngineBuilder staging(RuleStaging staging) {
    this.staging = Objects.requireNonNull(staging, "staging");
    return this;
  }

  /**
   * Sets the required outputs.
   *
   * @param settings the settings; default {@link Settings#defaults()}
   * @return this
   */
  public RulesEngineBuilder settings(Settings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Makes the engine.
   *
   * @return the engine
   * @throws ConfigException with every problem: two rules of one name, or of one former name, with
   *     the origins of both; a former name that another rule has; a rule that gives no spec; a log
   *     type that is not there
   */
  public RulesEngine build() {
    Set<OutputId> requiredOutputs = settings.requiredOutputs().stream()
        .map(OutputId::parse)
        .collect(Collectors.toUnmodifiableSet());
    List<RegisteredRule> registered = new RuleChecks(logTypes).check(rules);
    return new RulesEngine(
        registered, new RunParts(clock, ticker, tables, staging, requiredOutputs));
  }
}
