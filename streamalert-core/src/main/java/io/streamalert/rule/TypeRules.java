package io.streamalert.rule;

import io.streamalert.condition.ConditionIndex;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * The rules that look at one log type, an index to the few that may trigger, and how many records of
 * the type there were. Thread-safe.
 */
final class TypeRules {

  private final RuleRun[] runs;
  private final ConditionIndex index;
  private final LongAdder records = new LongAdder();

  TypeRules(List<RuleRun> runs) {
    this.runs = runs.toArray(RuleRun[]::new);
    this.index = ConditionIndex.of(runs.stream().map(RuleRun::demand).toList());
  }

  /** Adds the records of this type to what each rule was asked about. */
  void addEvaluations(Map<RuleRun, Long> evaluations) {
    for (RuleRun run : runs) {
      evaluations.merge(run, records.sum(), Long::sum);
    }
  }

  List<RuleOutcome> evaluate(LogRecord record) {
    records.increment();
    Told told = new Told(record);
    index.candidates(record.content(), told::ask);
    return told.outcomes.isEmpty() ? told.outcomes : Collections.unmodifiableList(told.outcomes);
  }

  /** What the candidates have to tell. */
  private final class Told {
    private final LogRecord record;
    private List<RuleOutcome> outcomes = List.of();

    Told(LogRecord record) {
      this.record = record;
    }

    void ask(int number) {
      List<RuleOutcome> more = runs[number].evaluate(record);
      if (!more.isEmpty()) {
        outcomes = outcomes.isEmpty() ? new ArrayList<>() : outcomes;
        outcomes.addAll(more);
      }
    }
  }
}
