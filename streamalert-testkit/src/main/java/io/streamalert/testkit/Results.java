package io.streamalert.testkit;

import io.streamalert.Evaluation;
import io.streamalert.Run;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.RuleOutcome;
import java.util.List;

/**
 * What the stages made of a batch.
 *
 * @param classifications one a raw log; empty where records were given
 * @param evaluations one a record
 */
record Results(List<Classification> classifications, List<Evaluation> evaluations) {

  static Results of(Run run) {
    return new Results(run.classifications(), run.evaluations());
  }

  List<Alert> alerts() {
    return evaluations.stream().flatMap(e -> e.alerts().stream()).toList();
  }

  List<RuleOutcome.Failed> failures() {
    return evaluations.stream().flatMap(e -> e.failures().stream()).toList();
  }

  List<LogRecord> records() {
    return evaluations.stream().map(Evaluation::record).toList();
  }

  /** Counts and names, never the content. */
  @Override
  public String toString() {
    return classifications.size() + " logs, " + evaluations.size() + " records, alerts of "
        + alerts().stream().map(Alert::ruleName).toList();
  }
}
