package io.streamalert.local;

import io.streamalert.Run;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.Unclassified;
import io.streamalert.event.BatchSummary;
import io.streamalert.rule.RuleOutcome;
import java.util.List;

/** What a worker hands back of a batch: what is told to others, without the records. */
record BatchResult(
    BatchSummary summary,
    List<Alert> alerts,
    List<DeadLetter> deadLetters,
    List<Unclassified> unclassified,
    List<RuleOutcome.Failed> failures) {

  static BatchResult of(Run run) {
    return new BatchResult(
        run.summary(),
        run.alerts(),
        run.deadLetters(),
        run.classifications().stream()
            .filter(c -> !c.isClassified())
            .map(BatchResult::unclassified)
            .toList(),
        run.failures());
  }

  private static Unclassified unclassified(Classification classification) {
    return (Unclassified) classification;
  }

  /** The result of a part of the content that could not be classified. */
  static BatchResult of(DeadLetter letter, long bytes) {
    BatchSummary summary =
        BatchSummary.builder().rawLogs(1).deadLetters(1).bytes(bytes).build();
    return new BatchResult(summary, List.of(), List.of(letter), List.of(), List.of());
  }
}
