package io.streamalert.testkit.mutation;

import io.streamalert.lookup.LookupTables;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RulesEngine;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a rule or a mutant: an engine with nothing else for each set of lookup tables. Not thread-safe. */
final class Engines {

  private final Trial trial;
  private final Clock clock;
  private final Map<LookupTables, RulesEngine> byTables = new HashMap<>();

  Engines(Trial trial, Clock clock) {
    this.trial = trial;
    this.clock = clock;
  }

  boolean triggers(LogRecord record, LookupTables tables) {
    return outcomes(record, tables).stream().anyMatch(RuleOutcome.Triggered.class::isInstance);
  }

  /** Whether it answers as the sample says, without breaking. */
  boolean answers(Sample sample) {
    List<RuleOutcome> outcomes = outcomes(sample.record(), sample.tables());
    return outcomes.stream().noneMatch(RuleOutcome.Failed.class::isInstance)
        && outcomes.isEmpty() != sample.triggers();
  }

  private List<RuleOutcome> outcomes(LogRecord record, LookupTables tables) {
    return byTables.computeIfAbsent(tables, these -> trial.engine(clock, these)).evaluate(record);
  }
}
