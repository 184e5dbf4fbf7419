package io.streamalert;

import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.DeadLetter;
import io.streamalert.event.BatchSummary;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.RawLog;
import io.streamalert.rule.RuleOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of a batch of raw logs: nothing is left out. Immutable. */
public final class Run {

  private final List<Classification> classifications;
  private final List<Evaluation> evaluations;

  Run(List<Classification> classifications, List<Evaluation> evaluations) {
    this.classifications = List.copyOf(classifications);
    this.evaluations = List.copyOf(evaluations);
  }

  /**
   * What became of each raw log.
   *
   * @return one outcome a raw log, in the order of the batch
   */
  public List<Classification> classifications() {
    return classifications;
  }

  /**
   * What the rules made of each record.
   *
   * @return one evaluation a record, in the order of the batch
   */
  public List<Evaluation> evaluations() {
    return evaluations;
  }

  /**
   * All alerts.
   *
   * @return the alerts in the order of the records
   */
  public List<Alert> alerts() {
    return evaluations.stream().flatMap(e -> e.alerts().stream()).toList();
  }

  /**
   * All that could not become a record.
   *
   * @return the dead letters in the order of the batch
   */
  public List<DeadLetter> deadLetters() {
    return classifications.stream().flatMap(c -> c.deadLetters().stream()).toList();
  }

  /**
   * All rules that broke.
   *
   * @return the failures in the order of the records
   */
  public List<RuleOutcome.Failed> failures() {
    return evaluations.stream().flatMap(e -> e.failures().stream()).toList();
  }

  /**
   * The batch in numbers.
   *
   * @return the counts, with {@code rawLogs = classified + deadLetters}
   */
  public BatchSummary summary() {
    BatchSummary.Builder summary = BatchSummary.builder().rawLogs(classifications.size());
    long classified =
        classifications.stream().filter(Classification::isClassified).count();
    summary.classified(classified).deadLetters(classifications.size() - classified);
    summary.rejectedRecords(
        deadLetters().stream().filter(d -> d.kind() == DeadLetter.Kind.ELEMENT).count());
    summary.bytes(classifications.stream()
        .map(Classification::log)
        .mapToLong(RawLog::size)
        .sum());
    summary.alerts(alerts().size());
    recordsByType().forEach(summary::records);
    failuresByRule().forEach(summary::ruleFailures);
    return summary.build();
  }

  private Map<LogType, Long> recordsByType() {
    Map<LogType, Long> counts = new HashMap<>();
    for (Evaluation evaluation : evaluations) {
      LogRecord record = evaluation.record();
      counts.merge(record.type(), 1L, Long::sum);
    }
    return counts;
  }

  private Map<String, Long> failuresByRule() {
    Map<String, Long> counts = new HashMap<>();
    failures().forEach(failed -> counts.merge(failed.rule(), 1L, Long::sum));
    return counts;
  }
}
