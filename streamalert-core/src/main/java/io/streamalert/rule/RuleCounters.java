package io.streamalert.rule;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one rule's code did. Thread-safe; many threads can count at once. */
final class RuleCounters {

  private final LongAdder candidates = new LongAdder();
  private final LongAdder matches = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  void addCandidates(long count, long time) {
    candidates.add(count);
    nanos.add(time);
  }

  void add(List<RuleOutcome> outcomes) {
    for (RuleOutcome outcome : outcomes) {
      (outcome instanceof RuleOutcome.Triggered ? matches : failures).increment();
    }
  }

  RuleStatistics.Entry snapshot(String rule, long evaluations) {
    return new RuleStatistics.Entry(
        rule, evaluations, candidates.sum(), matches.sum(), failures.sum(), nanos.sum());
  }
}
