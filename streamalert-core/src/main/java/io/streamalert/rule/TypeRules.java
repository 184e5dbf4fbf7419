package io.streamalert.rule;

import io.streamalert.condition.ConditionIndex;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rules that look at one log type, and an index to the few that may trigger. Thread-safe. */
final class TypeRules {

  private final RuleRun[] runs;
  private final ConditionIndex index;

  TypeRules(List<RuleRun> runs) {
    this.runs = runs.toArray(RuleRun[]::new);
    this.index = ConditionIndex.of(runs.stream().map(RuleRun::demand).toList());
  }

  List<RuleOutcome> evaluate(LogRecord record) {
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
