package io.streamalert;

import io.streamalert.record.RawLog;
import io.streamalert.rule.RuleStatistics;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A {@link StreamAlert} that can be replaced while logs flow, for instance when rules changed:
 *
 * <pre>{@code
 * LiveStreamAlert live = LiveStreamAlert.of(compose());
 * RuleChanges changes = live.reload(() -> compose());
 * }</pre>
 *
 * <p>A batch is worked on by one generation from end to end: the one that was current when it began.
 * Batches that are under way go on with the old one, and none waits. Thread-safe.
 */
public final class LiveStreamAlert {

  /** Written by one thread at a time; a batch reads it once. */
  private volatile Generation current;

  private LiveStreamAlert(Generation first) {
    this.current = first;
  }

  private record Generation(long number, StreamAlert streamAlert, AtomicBoolean begun) {

    Generation(long number, StreamAlert streamAlert) {
      this(number, streamAlert, new AtomicBoolean());
    }

    /** Only one batch with records is the first, also if several end at once. */
    Run numbered(Run run) {
      boolean first = !run.evaluations().isEmpty() && begun.compareAndSet(false, true);
      return run.ofGeneration(number, first);
    }
  }

  /**
   * Starts with generation 1.
   *
   * @param first the first composition
   * @return what can replace it
   */
  public static LiveStreamAlert of(StreamAlert first) {
    return new LiveStreamAlert(new Generation(1, Objects.requireNonNull(first, "first")));
  }

  /**
   * Processes a batch by the current generation, as {@link StreamAlert#process} does.
   *
   * @param batch the raw logs
   * @return what became of every one of them, with the {@link Run#generation()}
   */
  public Run process(List<RawLog> batch) {
    Generation generation = current;
    return generation.numbered(generation.streamAlert.process(batch));
  }

  /**
   * Makes the next generation and then puts it in the place of the current one. If it cannot be made,
   * the current one stays. Reloads wait for each other; batches do not wait.
   *
   * @param next makes it; what it throws, such as a {@link
   *     io.streamalert.settings.ConfigException}, is thrown on
   * @return which rules are others than before
   */
  public synchronized RuleChanges reload(Supplier<StreamAlert> next) {
    StreamAlert made = Objects.requireNonNull(next.get(), "next");
    Generation before = current;
    Generation after = new Generation(before.number + 1, made);
    RuleChanges changes =
        RuleChanges.between(before.streamAlert.engine(), made.engine(), after.number);
    current = after;
    return changes;
  }

  /**
   * The current composition, for everything but {@link #process}.
   *
   * @return the composition; another one after the next reload
   */
  public StreamAlert current() {
    return current.streamAlert;
  }

  /**
   * The number of the current generation.
   *
   * @return the number, from 1; each reload that succeeds adds 1
   */
  public long generation() {
    return current.number;
  }

  /**
   * What the rules of the current generation did. Each generation counts from zero, as the numbers of
   * a rule and of its changed successor do not belong together; who needs those of the old one reads
   * them before the reload.
   *
   * @return the numbers as they are now
   */
  public RuleStatistics statistics() {
    return current().statistics();
  }
}
