package io.streamalert.event;

import io.streamalert.record.LogType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of one batch of raw logs, or of several that were added up with {@link #plus}, in
 * numbers. Every raw log is either classified or a dead letter, so {@code rawLogs = classified +
 * deadLetters} unless something is still under way.
 *
 * <p>No number is negative. Summaries are immutable and safe for use by many threads; two are equal
 * when all their numbers are.
 */
public final class BatchSummary {

  private enum Counter {
    RAW_LOGS,
    CLASSIFIED,
    DEAD_LETTERS,
    REJECTED_RECORDS,
    BLANK_LINES,
    ALERTS,
    UNCHECKED_RECORDS,
    BYTES
  }

  private static final BatchSummary EMPTY = builder().build();

  private final Map<Counter, Long> counters;
  private final Map<LogType, Long> recordsByLogType;
  private final Map<String, Long> failuresByRule;

  private BatchSummary(Builder builder) {
    counters = new EnumMap<>(builder.counters);
    recordsByLogType = Collections.unmodifiableMap(new LinkedHashMap<>(builder.recordsByLogType));
    failuresByRule = Collections.unmodifiableMap(new LinkedHashMap<>(builder.failuresByRule));
  }

  /** {@return the summary of no batch at all, in which every number is 0} */
  public static BatchSummary empty() {
    return EMPTY;
  }

  /** {@return a new builder, in which every number is 0} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return how many raw logs came in: lines that are not blank, documents, messages} */
  public long rawLogs() {
    return counter(Counter.RAW_LOGS);
  }

  /** {@return how many raw logs gave at least one record} */
  public long classified() {
    return counter(Counter.CLASSIFIED);
  }

  /** {@return how many raw logs gave no record and became dead letters} */
  public long deadLetters() {
    return counter(Counter.DEAD_LETTERS);
  }

  /**
   * {@return how many elements of classified raw logs fit no schema; not part of {@link
   * #deadLetters()}}
   */
  public long rejectedRecords() {
    return counter(Counter.REJECTED_RECORDS);
  }

  /** {@return how many lines were blank; not part of {@link #rawLogs()}} */
  public long blankLines() {
    return counter(Counter.BLANK_LINES);
  }

  /** {@return how many records the raw logs gave, the sum of {@link #recordsByLogType()}} */
  public long records() {
    return sum(recordsByLogType);
  }

  /** {@return how many alerts the records raised} */
  public long alerts() {
    return counter(Counter.ALERTS);
  }

  /**
   * {@return how often a rule failed on a record instead of deciding, the sum of {@link
   * #failuresByRule()}}
   */
  public long ruleFailures() {
    return sum(failuresByRule);
  }

  /**
   * {@return how many records have values that threat intelligence should have been asked for while
   * it did not answer; rules that look at indicators may have missed something in them}
   */
  public long uncheckedRecords() {
    return counter(Counter.UNCHECKED_RECORDS);
  }

  /** {@return how many bytes the raw logs had, after decompression} */
  public long bytes() {
    return counter(Counter.BYTES);
  }

  /**
   * How many records of each log type there were.
   *
   * @return from log type to number, without log types that have none; unmodifiable
   */
  public Map<LogType, Long> recordsByLogType() {
    return recordsByLogType;
  }

  /**
   * How often each rule failed.
   *
   * @return from the name of the rule to the number, without rules that did not fail; unmodifiable
   */
  public Map<String, Long> failuresByRule() {
    return failuresByRule;
  }

  /**
   * Adds another summary up with this one.
   *
   * @param other the other summary
   * @return the summary of both
   * @throws ArithmeticException if a sum does not fit into a {@code long}
   */
  public BatchSummary plus(BatchSummary other) {
    Builder sum = new Builder();
    sum.addAll(this);
    sum.addAll(other);
    return sum.build();
  }

  private long counter(Counter counter) {
    return counters.getOrDefault(counter, 0L);
  }

  private static long sum(Map<?, Long> numbers) {
    return numbers.values().stream().reduce(0L, Math::addExact);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BatchSummary that
        && counters.equals(that.counters)
        && recordsByLogType.equals(that.recordsByLogType)
        && failuresByRule.equals(that.failuresByRule);
  }

  @Override
  public int hashCode() {
    return Objects.hash(counters, recordsByLogType, failuresByRule);
  }

  @Override
  public String toString() {
    return "BatchSummary[" + counters + ", records=" + recordsByLogType + ", ruleFailures="
        + failuresByRule + "]";
  }

  /**
   * Counts. Every method adds to what was counted before; it throws an {@link
   * IllegalArgumentException} if the number is negative and an {@link ArithmeticException} if the
   * sum does not fit into a {@code long}. A builder belongs to one thread; it can be used again
   * after {@link #build()}.
   */
  public static final class Builder {

    private final Map<Counter, Long> counters = new EnumMap<>(Counter.class);
    private final Map<LogType, Long> recordsByLogType = new LinkedHashMap<>();
    private final Map<String, Long> failuresByRule = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds raw logs that came in.
     *
     * @param number how many
     * @return this builder
     */
    public Builder rawLogs(long number) {
      return add(counters, Counter.RAW_LOGS, number);
    }

    /**
     * Adds raw logs that gave at least one record.
     *
     * @param number how many
     * @return this builder
     */
    public Builder classified(long number) {
      return add(counters, Counter.CLASSIFIED, number);
    }

    /**
     * Adds raw logs that became dead letters.
     *
     * @param number how many
     * @return this builder
     */
    public Builder deadLetters(long number) {
      return add(counters, Counter.DEAD_LETTERS, number);
    }

    /**
     * Adds elements of classified raw logs that fit no schema.
     *
     * @param number how many
     * @return this builder
     */
    public Builder rejectedRecords(long number) {
      return add(counters, Counter.REJECTED_RECORDS, number);
    }

    /**
     * Adds blank lines.
     *
     * @param number how many
     * @return this builder
     */
    public Builder blankLines(long number) {
      return add(counters, Counter.BLANK_LINES, number);
    }

    /**
     * Adds records of one log type.
     *
     * @param logType the log type
     * @param number how many
     * @return this builder
     */
    public Builder records(LogType logType, long number) {
      return add(recordsByLogType, logType, number);
    }

    /**
     * Adds alerts.
     *
     * @param number how many
     * @return this builder
     */
    public Builder alerts(long number) {
      return add(counters, Counter.ALERTS, number);
    }

    /**
     * Adds failures of one rule.
     *
     * @param rule the name of the rule
     * @param number how many
     * @return this builder
     */
    public Builder ruleFailures(String rule, long number) {
      return add(failuresByRule, rule, number);
    }

    /**
     * Adds records that could not be checked against threat intelligence.
     *
     * @param number how many
     * @return this builder
     */
    public Builder uncheckedRecords(long number) {
      return add(counters, Counter.UNCHECKED_RECORDS, number);
    }

    /**
     * Adds bytes of raw logs.
     *
     * @param number how many
     * @return this builder
     */
    public Builder bytes(long number) {
      return add(counters, Counter.BYTES, number);
    }

    /**
     * Makes the summary.
     *
     * @return what was counted so far
     */
    public BatchSummary build() {
      return new BatchSummary(this);
    }

    private void addAll(BatchSummary summary) {
      summary.counters.forEach((counter, number) -> add(counters, counter, number));
      summary.recordsByLogType.forEach(this::records);
      summary.failuresByRule.forEach(this::ruleFailures);
    }

    private <K> Builder add(Map<K, Long> numbers, K key, long number) {
      Objects.requireNonNull(key, "key");
      if (number < 0) {
        throw new IllegalArgumentException(
            "A number of a batch summary must not be negative, but is " + number);
      }
      if (number > 0) {
        numbers.merge(key, number, Math::addExact);
      }
      return this;
    }
  }
}
