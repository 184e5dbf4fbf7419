package io.streamalert.local;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.Unclassified;
import io.streamalert.event.BatchSummary;
import io.streamalert.local.framing.Framing;
import io.streamalert.local.framing.RawLogSink;
import io.streamalert.record.Position;
import io.streamalert.rule.RuleOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs a {@link StreamAlert} over files and streams, on several threads and in bounded memory.
 *
 * <pre>{@code
 * LocalRuntime runtime = LocalRuntime.builder(streamAlert)
 *     .alerts(alert -> System.out.println(alert.toJson()))
 *     .build();
 * Ledger ledger = runtime.run(List.of(LogInput.of(LogSource.of("s3", "trail"), Path.of("trail.json.gz"))));
 * }</pre>
 *
 * <p>All consumers are called on the thread that calls {@link #run}, in the order of the inputs, whatever the number of
 * workers; what one of them throws ends the run. Nothing is kept from one run to the next. Immutable; thread-safe if its
 * consumers are.
 */
public final class LocalRuntime {

  private static final long LEAST_BYTES_UNDER_WAY = 8L << 20;
  private static final long MOST_BYTES_UNDER_WAY = 256L << 20;
  private static final int SHARE_OF_HEAP = 8;

  private final Builder parts;

  private LocalRuntime(Builder parts) {
    this.parts = parts;
  }

  /**
   * Starts a runtime.
   *
   * @param streamAlert what is run
   * @return a builder
   */
  public static Builder builder(StreamAlert streamAlert) {
    return new Builder(streamAlert);
  }

  /**
   * Reads all inputs to their end. One that cannot be read is reported, and the others go on.
   *
   * @param inputs the inputs
   * @return what became of them
   * @throws IllegalStateException if a worker broke, which no log alone can bring about, or if the thread was interrupted
   */
  public Ledger run(List<LogInput> inputs) {
    Instant begin = parts.clock.instant();
    Totals totals = new Totals(parts);
    List<UnreadableInput> unreadable = new ArrayList<>();
    long blankLines;
    try (Pipeline pipeline = new Pipeline(parts.workers, bytesUnderWay(), totals)) {
      Batcher batcher = new Batcher(parts.streamAlert, pipeline);
      Framing framing =
          new Framing(parts.streamAlert.settings(), parts.blockSize, pipeline::makeRoom);
      for (LogInput input : inputs) {
        Position position = input.position(parts.ids.get());
        input
            .cut(framing, new RawLogSink(input.source(), position, batcher))
            .ifPresent(unreadable::add);
      }
      batcher.flush();
      pipeline.finish();
      blankLines = batcher.blankLines();
    }
    BatchSummary summary = totals.summary.blankLines(blankLines).build();
    return new Ledger(summary, Duration.between(begin, parts.clock.instant()), unreadable);
  }

  private static long bytesUnderWay() {
    long share = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    return Math.max(LEAST_BYTES_UNDER_WAY, Math.min(share, MOST_BYTES_UNDER_WAY));
  }

  /** Adds results up and passes them on. */
  private record Totals(Builder parts, BatchSummary.Builder summary)
      implements Consumer<BatchResult> {

    Totals(Builder parts) {
      this(parts, BatchSummary.builder());
    }

    @Override
    public void accept(BatchResult result) {
      add(result.summary());
      result.alerts().forEach(parts.alerts);
      result.deadLetters().forEach(parts.deadLetters);
      result.unclassified().forEach(parts.unclassified);
      result.failures().forEach(parts.failures);
    }

    private void add(BatchSummary more) {
      summary.rawLogs(more.rawLogs()).classified(more.classified()).deadLetters(more.deadLetters());
      summary.rejectedRecords(more.rejectedRecords()).alerts(more.alerts()).bytes(more.bytes());
      summary.uncheckedRecords(more.uncheckedRecords());
      more.recordsByLogType().forEach(summary::records);
      more.failuresByRule().forEach(summary::ruleFailures);
    }
  }

  /** Collects what a {@link LocalRuntime} needs. Not thread-safe. */
  public static final class Builder {

    private final StreamAlert streamAlert;
    private int workers = Runtime.getRuntime().availableProcessors();
    private int blockSize = Framing.BLOCK_SIZE;
    private Clock clock = Clock.systemUTC();
    private Supplier<String> ids = () -> UUID.randomUUID().toString();
    private Consumer<? super Alert> alerts = alert -> {};
    private Consumer<? super DeadLetter> deadLetters = letter -> {};
    private Consumer<? super Unclassified> unclassified = log -> {};
    private Consumer<? super RuleOutcome.Failed> failures = failure -> {};

    private Builder(StreamAlert streamAlert) {
      this.streamAlert = Objects.requireNonNull(streamAlert, "streamAlert");
    }

    private Builder(Builder other) {
      this.streamAlert = other.streamAlert;
      this.workers = other.workers;
      this.blockSize = other.blockSize;
      this.clock = other.clock;
      this.ids = other.ids;
      this.alerts = other.alerts;
      this.deadLetters = other.deadLetters;
      this.unclassified = other.unclassified;
      this.failures = other.failures;
    }

    /**
     * Sets how many threads classify and run rules.
     *
     * @param workers the number, at least 1; default the number of processors
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder workers(int workers) {
      if (workers < 1) {
        throw new IllegalArgumentException("At least 1 worker is needed, not " + workers);
      }
      this.workers = workers;
      return this;
    }

    /**
     * Sets who gets the alerts.
     *
     * @param alerts the receiver; default nobody
     * @return this
     */
    public Builder alerts(Consumer<? super Alert> alerts) {
      this.alerts = Objects.requireNonNull(alerts, "alerts");
      return this;
    }

    /**
     * Sets who gets the dead letters, both raw logs and single elements.
     *
     * @param deadLetters the receiver; default nobody
     * @return this
     */
    public Builder deadLetters(Consumer<? super DeadLetter> deadLetters) {
      this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
      return this;
    }

    /**
     * Sets who gets the outcome of each raw log that was classified as nothing, which can tell the reason of each schema.
     * A line over the limit was never classified, so it is a dead letter only.
     *
     * @param unclassified the receiver; default nobody
     * @return this
     */
    public Builder unclassified(Consumer<? super Unclassified> unclassified) {
      this.unclassified = Objects.requireNonNull(unclassified, "unclassified");
      return this;
    }

    /**
     * Sets who hears of rules that broke.
     *
     * @param failures the receiver; default nobody
     * @return this
     */
    public Builder failures(Consumer<? super RuleOutcome.Failed> failures) {
      this.failures = Objects.requireNonNull(failures, "failures");
      return this;
    }

    /**
     * Sets the clock that measures how long a run takes.
     *
     * @param clock the clock; default the system's
     * @return this
     */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** Sets where the names of inputs come from, which by default are random. */
    Builder ids(Supplier<String> ids) {
      this.ids = ids;
      return this;
    }

    /** Sets the size of the blocks that lines are cut from. */
    Builder blockSize(int blockSize) {
      this.blockSize = blockSize;
      return this;
    }

    /**
     * Makes the runtime.
     *
     * @return the runtime
     */
    public LocalRuntime build() {
      return new LocalRuntime(new Builder(this));
    }
  }
}
