package io.streamalert.rule;

import io.streamalert.condition.Condition;
import io.streamalert.condition.ConditionIndex;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules that look at one log type, an index to the few that may trigger, and how many records of
 * the type there were. Thread-safe.
 */
final class TypeRules {

  private final RuleRun[] runs;
  private final ConditionIndex index;
  private final @Nullable Condition[] rests;
  private final LongSupplier ticker;
  private final LongAdder records = new LongAdder();

  TypeRules(List<RuleRun> runs, LongSupplier ticker) {
    this.runs = runs.toArray(RuleRun[]::new);
    this.index = ConditionIndex.of(runs.stream().map(RuleRun::demand).toList());
    this.rests = new Condition[runs.size()];
    for (int number = 0; number < rests.length; number++) {
      Condition rest = index.rest(number);
      rests[number] = rest.equals(Condition.always()) ? null : rest;
    }
    this.ticker = ticker;
  }

  /** Adds the records of this type to what each rule was asked about. */
  void addEvaluations(Map<RuleRun, Long> evaluations) {
    for (RuleRun run : runs) {
      evaluations.merge(run, records.sum(), Long::sum);
    }
  }

  /** Starts a count of its own for some records, so that threads do not meet at every rule. */
  Tally tally() {
    return new Tally();
  }

  /** Runs rules and counts what they do; {@link #settle} adds it to the counts of all. One thread's. */
  final class Tally {
    private final int[] candidates = new int[runs.length];
    private final long[] nanos = new long[runs.length];
    private final int[] asked = new int[runs.length];
    private int askedCount;
    private int recordCount;

    List<RuleOutcome> evaluate(LogRecord record) {
      recordCount++;
      Told told = new Told(this, record);
      index.candidates(record.content(), told);
      return told.outcomes.isEmpty() ? told.outcomes : Collections.unmodifiableList(told.outcomes);
    }

    private void add(int number, long time) {
      if (candidates[number]++ == 0) {
        asked[askedCount++] = number;
      }
      nanos[number] += time;
    }

    void settle() {
      records.add(recordCount);
      for (int i = 0; i < askedCount; i++) {
        int number = asked[i];
        runs[number].count(candidates[number], nanos[number]);
      }
    }
  }

  /** What the candidates of one record have to tell. */
  private final class Told implements IntConsumer {
    private final Tally tally;
    private final LogRecord record;
    private List<RuleOutcome> outcomes = List.of();

    Told(Tally tally, LogRecord record) {
      this.tally = tally;
      this.record = record;
    }

    @Override
    public void accept(int number) {
      Condition rest = rests[number];
      if (rest != null && !rest.test(record)) {
        return;
      }
      RuleRun run = runs[number];
      int weight = run.weightOfNext();
      if (weight == 0) {
        add(run.evaluate(record));
        tally.add(number, 0);
      } else {
        long since = ticker.getAsLong();
        add(run.evaluate(record));
        tally.add(number, weight * (ticker.getAsLong() - since));
      }
    }

    private void add(List<RuleOutcome> more) {
      if (!more.isEmpty()) {
        outcomes = outcomes.isEmpty() ? new ArrayList<>() : outcomes;
        outcomes.addAll(more);
      }
    }
  }
}
