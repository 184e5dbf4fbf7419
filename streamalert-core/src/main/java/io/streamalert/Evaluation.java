package io.streamalert;

import io.streamalert.alert.Alert;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the rules made of one record. Immutable. */
public final class Evaluation {

  private final LogRecord record;
  private final List<RuleOutcome> outcomes;
  private final boolean intelMissing;

  Evaluation(LogRecord record, List<RuleOutcome> outcomes, boolean intelMissing) {
    this.record = Objects.requireNonNull(record, "record");
    this.outcomes = List.copyOf(outcomes);
    this.intelMissing = intelMissing;
  }

  /**
   * The record.
   *
   * @return the record as the rules saw it, with its indicators under {@link
   *     LogRecord#INDICATORS_KEY} where there are any
   */
  public LogRecord record() {
    return record;
  }

  /**
   * The outcomes that are worth telling, in the order of the rules.
   *
   * @return {@link RuleOutcome.Triggered} and {@link RuleOutcome.Failed}
   */
  public List<RuleOutcome> outcomes() {
    return outcomes;
  }

  /**
   * The alerts.
   *
   * @return the alerts in the order of the rules
   */
  public List<Alert> alerts() {
    if (outcomes.isEmpty()) {
      return List.of();
    }
    List<Alert> alerts = new ArrayList<>();
    for (RuleOutcome outcome : outcomes) {
      if (outcome instanceof RuleOutcome.Triggered triggered) {
        alerts.add(triggered.alert());
      }
    }
    return alerts;
  }

  /**
   * The rules that broke.
   *
   * @return the failures in the order of the rules
   */
  public List<RuleOutcome.Failed> failures() {
    if (outcomes.isEmpty()) {
      return List.of();
    }
    return outcomes.stream()
        .filter(RuleOutcome.Failed.class::isInstance)
        .map(RuleOutcome.Failed.class::cast)
        .toList();
  }

  /**
   * Whether the record has values that threat intelligence should have been asked for, and the answer
   * did not come. Rules that look at indicators may then have missed something.
   *
   * @return true if the record was not checked
   */
  public boolean isIntelMissing() {
    return intelMissing;
  }

  /** {@return the record's id and the outcomes by rule, never the content} */
  @Override
  public String toString() {
    return "Evaluation[" + record + ", alerts=" + alerts() + ", failures="
        + failures().stream().map(RuleOutcome.Failed::rule).toList() + "]";
  }
}
