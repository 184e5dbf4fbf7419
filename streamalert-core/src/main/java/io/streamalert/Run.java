package io.streamalert;

import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.DeadLetter;
import io.streamalert.event.BatchSummary;
import io.streamalert.record.LogType;
import io.streamalert.record.RecordId;
import io.streamalert.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a batch of raw logs: nothing is left out. Immutable. */
public final class Run {

  private final List<Classification> classifications;
  private final List<Evaluation> evaluations;
  private final long generation;
  private final boolean first;

  /** Takes over the lists. */
  Run(List<Classification> classifications, List<Evaluation> evaluations) {
    this(
        Collections.unmodifiableList(classifications),
        Collections.unmodifiableList(evaluations),
        0,
        false);
  }

  private Run(
      List<Classification> classifications,
      List<Evaluation> evaluations,
      long generation,
      boolean first) {
    this.classifications = classifications;
    this.evaluations = evaluations;
    this.generation = generation;
    this.first = first;
  }

  Run ofGeneration(long number, boolean isFirst) {
    return new Run(classifications, evaluations, number, isFirst);
  }

  /**
   * Which generation of a {@link LiveStreamAlert} worked on the batch.
   *
   * @return the number, from 1; 0 of a {@link StreamAlert} alone
   */
  public long generation() {
    return generation;
  }

  /**
   * The record from which on the generation was at work, told by one batch of each generation: the
   * first that had records and was done. Of several threads others may have begun sooner.
   *
   * @return the id of the first record of that batch; empty for all other batches
   */
  public Optional<RecordId> firstOfGeneration() {
    return first ? Optional.of(evaluations.get(0).record().id()) : Optional.empty();
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
    List<Alert> alerts = new ArrayList<>();
    for (Evaluation evaluation : evaluations) {
      alerts.addAll(evaluation.alerts());
    }
    return Collections.unmodifiableList(alerts);
  }

  /**
   * All that could not become a record.
   *
   * @return the dead letters in the order of the batch
   */
  public List<DeadLetter> deadLetters() {
    List<DeadLetter> letters = new ArrayList<>();
    for (Classification classification : classifications) {
      letters.addAll(classification.deadLetters());
    }
    return Collections.unmodifiableList(letters);
  }

  /**
   * All rules that broke.
   *
   * @return the failures in the order of the records
   */
  public List<RuleOutcome.Failed> failures() {
    List<RuleOutcome.Failed> failures = new ArrayList<>();
    for (Evaluation evaluation : evaluations) {
      failures.addAll(evaluation.failures());
    }
    return Collections.unmodifiableList(failures);
  }

  /**
   * The batch in numbers.
   *
   * @return the counts, with {@code rawLogs = classified + deadLetters}
   */
  public BatchSummary summary() {
    long classified = 0;
    long bytes = 0;
    for (Classification classification : classifications) {
      classified += classification.isClassified() ? 1 : 0;
      bytes += classification.log().size();
    }
    BatchSummary.Builder summary = BatchSummary.builder()
        .rawLogs(classifications.size())
        .classified(classified)
        .deadLetters(classifications.size() - classified)
        .rejectedRecords(rejected())
        .uncheckedRecords(
            evaluations.stream().filter(Evaluation::isIntelMissing).count())
        .bytes(bytes)
        .alerts(alerts().size());
    recordsByType().forEach(summary::records);
    failuresByRule().forEach(summary::ruleFailures);
    return summary.build();
  }

  private long rejected() {
    long rejected = 0;
    for (DeadLetter letter : deadLetters()) {
      rejected += letter.kind() == DeadLetter.Kind.ELEMENT ? 1 : 0;
    }
    return rejected;
  }

  private Map<LogType, Long> recordsByType() {
    Map<LogType, Long> counts = new HashMap<>();
    for (Evaluation evaluation : evaluations) {
      counts.merge(evaluation.record().type(), 1L, Long::sum);
    }
    return counts;
  }

  private Map<String, Long> failuresByRule() {
    Map<String, Long> counts = new HashMap<>();
    failures().forEach(failed -> counts.merge(failed.rule(), 1L, Long::sum));
    return counts;
  }

  /** {@return the batch in numbers} */
  @Override
  public String toString() {
    return "Run[" + summary() + "]";
  }
}
