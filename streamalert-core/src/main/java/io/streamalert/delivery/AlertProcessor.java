package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publisher;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Delivers alerts: one claim, one attempt for each output that is due, on the calling thread. A
 * runtime takes claims from {@link AlertStore#claimDue} and hands them over, on as many threads as
 * it likes.
 *
 * <p>An alert with merging enabled goes on its own to the required outputs only. When that is done
 * it is {@linkplain AlertStore#hold held} for {@link AlertMerger}.
 *
 * <p>Outputs do not disturb each other. An output or a publisher that throws counts as {@link
 * Delivery.RetryAfter}, whose reason names the exception's class, not its message, which may hold a
 * value of the record. An output that is not configured has rejected the alert, which is then
 * parked until somebody mends the configuration and {@linkplain AlertStore#requeue asks for it
 * again}. No output sees the normalised values of a record.
 *
 * <p>Immutable and safe for use by many threads, if what it is given is.
 */
public final class AlertProcessor {

  /** How long one attempt may take by default, in seconds: {@value}. */
  public static final int DEFAULT_TIMEOUT_SECONDS = 60;

  /** The default of the first backoff, in seconds: {@value}. */
  public static final int DEFAULT_FIRST_BACKOFF_SECONDS = 2;

  /** The default of the longest backoff, in minutes: {@value}. */
  public static final int DEFAULT_LONGEST_BACKOFF_MINUTES = 60;

  private final AlertStore store;
  private final OutputAttempt attempt;
  private final Set<OutputId> required;
  private final Clock clock;
  private final Duration timeout;

  private AlertProcessor(Builder builder) {
    store = builder.store;
    required = Set.copyOf(builder.required);
    clock = builder.clock;
    timeout = builder.timeout;
    attempt = new OutputAttempt(
        Map.copyOf(builder.outputs),
        builder.publishers,
        store::reference,
        new Backoff(builder.firstBackoff, builder.longestBackoff, builder.random),
        builder.parkUnknown);
  }

  /**
   * Starts a processor.
   *
   * @param store where the alerts are
   * @param clock tells the time
   * @return a new builder
   */
  public static Builder builder(AlertStore store, Clock clock) {
    return new Builder(store, clock);
  }

  /**
   * Makes one attempt for each output of the alert that is due, and gives the claim back. Begins
   * none when the lease has ended; what is left out then stays due.
   *
   * @param claim the claim
   * @return what came of each attempt, as it was settled; empty if there was none; unmodifiable
   * @throws java.io.UncheckedIOException if the store does not answer. The attempts were made; when
   *     the lease has ended they are repeated with the same idempotency keys
   */
  public Map<OutputId, Delivery> process(Claim claim) {
    StoredAlert stored = claim.alert();
    Set<OutputId> left = leftToSend(stored);
    if (left.isEmpty()) {
      giveBack(claim);
      return Map.of();
    }
    Map<OutputId, Delivery> results = attempts(claim, left);
    if (results.isEmpty()) {
      store.release(claim, earliest(stored, left));
    } else {
      store.settle(claim, results);
    }
    return Collections.unmodifiableMap(results);
  }

  /** What is to be sent of the alert on its own. */
  private Set<OutputId> leftToSend(StoredAlert stored) {
    Set<OutputId> left = new LinkedHashSet<>(stored.outputsPending());
    if (stored.alert().mergePolicy().isEnabled()) {
      left.retainAll(required);
    }
    return left;
  }

  private void giveBack(Claim claim) {
    if (claim.alert().alert().mergePolicy().isEnabled()) {
      store.hold(claim, clock.instant());
    } else {
      store.release(claim, clock.instant());
    }
  }

  private Map<OutputId, Delivery> attempts(Claim claim, Set<OutputId> left) {
    StoredAlert stored = claim.alert();
    Alert shown = withoutNormalizedValues(stored.alert());
    Map<OutputId, Delivery> results = new LinkedHashMap<>();
    for (OutputId output : left) {
      Instant now = clock.instant();
      if (now.isBefore(claim.leaseUntil()) && !nextAttempt(stored, output).isAfter(now)) {
        Instant deadline = Collections.min(List.of(now.plus(timeout), claim.leaseUntil()));
        int number = progress(stored, output).attempts() + 1;
        results.put(output, attempt.deliver(shown, output, number, deadline));
      }
    }
    return results;
  }

  private static Instant earliest(StoredAlert stored, Set<OutputId> outputs) {
    return outputs.stream()
        .map(output -> nextAttempt(stored, output))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant nextAttempt(StoredAlert stored, OutputId output) {
    return progress(stored, output).nextAttempt().orElseThrow();
  }

  private static OutputProgress progress(StoredAlert stored, OutputId output) {
    return Objects.requireNonNull(stored.progress().get(output));
  }

  private static Alert withoutNormalizedValues(Alert alert) {
    LogRecord record = alert.record();
    return record.at(LogRecord.NORMALIZATION_KEY).exists()
        ? alert.withRecord(record.without(LogRecord.NORMALIZATION_KEY))
        : alert;
  }

  /** Collects what a processor works with. A builder belongs to one thread. */
  public static final class Builder {

    private final AlertStore store;
    private final Clock clock;
    private final Map<OutputId, OutputDispatcher> outputs = new LinkedHashMap<>();
    private Set<OutputId> required = ids(Settings.defaults());
    private Set<OutputId> parkUnknown = Set.of();
    private Function<List<String>, Publisher> publishers = names -> Publisher.standard();
    private Duration timeout = Duration.ofSeconds(DEFAULT_TIMEOUT_SECONDS);
    private Duration firstBackoff = Duration.ofSeconds(DEFAULT_FIRST_BACKOFF_SECONDS);
    private Duration longestBackoff = Duration.ofMinutes(DEFAULT_LONGEST_BACKOFF_MINUTES);
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();

    private Builder(AlertStore store, Clock clock) {
      this.store = Objects.requireNonNull(store, "store");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Adds outputs; there is none by default.
     *
     * @param dispatchers the outputs
     * @return this builder
     * @throws IllegalArgumentException if there are two of one id
     */
    public Builder outputs(Collection<? extends OutputDispatcher> dispatchers) {
      for (OutputDispatcher dispatcher : dispatchers) {
        if (outputs.putIfAbsent(dispatcher.id(), dispatcher) != null) {
          throw new IllegalArgumentException(
              "There are two outputs " + dispatcher.id() + ": give each its own descriptor");
        }
      }
      return this;
    }

    /**
     * Sets which outputs get an alert on its own even if it is going to be merged.
     *
     * @param settings whose required outputs these are; by default those of {@link
     *     Settings#defaults()}
     * @return this builder
     */
    public Builder requiredOutputs(Settings settings) {
      required = ids(settings);
      return this;
    }

    /**
     * Sets how the names of the publishers of an alert become one publisher.
     *
     * @param chain from names in their order, none included, to the publisher; by default each alert
     *     gets {@link Publisher#standard()}
     * @return this builder
     */
    public Builder publishers(Function<List<String>, Publisher> chain) {
      publishers = Objects.requireNonNull(chain, "chain");
      return this;
    }

    /**
     * Sets for which outputs an attempt with an unknown end is parked rather than repeated, because
     * a second delivery would be worse than none.
     *
     * @param ids the outputs; none by default
     * @return this builder
     */
    public Builder parkUnknown(Collection<OutputId> ids) {
      parkUnknown = Set.copyOf(ids);
      return this;
    }

    /**
     * Sets how long one attempt may take.
     *
     * @param time the time; by default {@value AlertProcessor#DEFAULT_TIMEOUT_SECONDS} seconds
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration time) {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("A timeout must be positive, but is " + time);
      }
      timeout = time;
      return this;
    }

    /**
     * Sets how long to wait after a failed attempt: any time up to a limit that doubles with each.
     *
     * @param first the limit after the first attempt; by default {@value
     *     AlertProcessor#DEFAULT_FIRST_BACKOFF_SECONDS} seconds
     * @param longest the greatest limit, at most one day; by default {@value
     *     AlertProcessor#DEFAULT_LONGEST_BACKOFF_MINUTES} minutes
     * @return this builder
     * @throws IllegalArgumentException if they are negative, in the wrong order or too long
     */
    public Builder backoff(Duration first, Duration longest) {
      Backoff.check(first, longest);
      firstBackoff = first;
      longestBackoff = longest;
      return this;
    }

    /**
     * Sets the source of random numbers for the backoff.
     *
     * @param numbers gives numbers from 0 to less than 1; safe for use by many threads
     * @return this builder
     */
    public Builder random(DoubleSupplier numbers) {
      random = Objects.requireNonNull(numbers, "numbers");
      return this;
    }

    /**
     * Makes the processor.
     *
     * @return the processor
     */
    public AlertProcessor build() {
      return new AlertProcessor(this);
    }

    private static Set<OutputId> ids(Settings settings) {
      Stream<String> names = settings.requiredOutputs().stream();
      return Set.copyOf(names.map(OutputId::parse).toList());
    }
  }
}
