package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.alert.AlertItem;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An alert and how far its delivery has come, as an {@link AlertStore} keeps it. Immutable and safe
 * for use by many threads; the methods that change something return a new value.
 */
public final class StoredAlert {

  /** What becomes of a stored alert. Every alert is in exactly one state. */
  public enum State {
    /** Outputs are left to send to, or the alert waits to be merged. */
    OPEN,
    /** All outputs have been sent to. */
    DELIVERED,
    /**
     * No output is left to send to, but at least one rejected the alert. It waits for an operator.
     */
    PARKED,
    /** The alert is a part of another one, which is sent in its place. */
    MERGED,
    /** The alert is kept but not sent, because its rule was muted. */
    MUTED
  }

  private final Alert alert;
  private final State state;
  private final Optional<AlertId> mergedInto;
  private final Map<OutputId, OutputProgress> progress;
  private final Optional<Instant> dispatched;
  private final Optional<Instant> heldUntil;

  private StoredAlert(Builder builder) {
    alert = builder.alert;
    state = builder.state;
    mergedInto = builder.mergedInto;
    progress = Collections.unmodifiableMap(new LinkedHashMap<>(builder.progress));
    dispatched = builder.dispatched;
    heldUntil = builder.heldUntil;
  }

  /**
   * An alert as {@link AlertStore#commit} stores it first: open and due at {@link Alert#created()}
   * for every output, or delivered if it has no outputs.
   *
   * @param alert the alert
   * @return the stored form
   */
  public static StoredAlert of(Alert alert) {
    return builder(alert)
        .state(alert.outputs().isEmpty() ? State.DELIVERED : State.OPEN)
        .build();
  }

  /**
   * An alert that was read in the stored form of StreamAlert 3.5: what was sent is sent, all else
   * is due at once.
   *
   * @param item the item; it says nothing of single outputs but which were sent to, so all have its
   *     attempts
   * @return the stored form
   * @throws IllegalArgumentException if an output that was sent to does not belong to the alert
   */
  public static StoredAlert of(AlertItem item) {
    Builder builder = builder(item.alert());
    builder.progress.replaceAll(
        (output, fresh) -> OutputProgress.pending(item.attempts(), item.alert().created()));
    item.outputsSent()
        .forEach(output -> builder.progress(output, OutputProgress.sent(item.attempts())));
    if (item.dispatched().isAfter(Instant.EPOCH)) {
      builder.dispatched(item.dispatched());
    }
    boolean open = item.alert().mergePolicy().isEnabled() && !builder.progress.isEmpty();
    return builder.state(open ? State.OPEN : reached(builder.progress)).build();
  }

  /**
   * The alert in the stored form of StreamAlert 3.5, which knows how often it was dispatched and
   * which outputs have it, but neither a parked output nor what an alert was merged into.
   *
   * @return the item
   */
  public AlertItem toItem() {
    int attempts =
        progress.values().stream().mapToInt(OutputProgress::attempts).max().orElse(0);
    return AlertItem.of(
        alert, attempts, dispatched.orElse(Instant.EPOCH), outputsSent().keySet());
  }

  /**
   * Starts the stored form of an alert: open, and due at {@link Alert#created()} for every output.
   * For implementations of {@link AlertStore}.
   *
   * @param alert the alert
   * @return a new builder
   */
  public static Builder builder(Alert alert) {
    return new Builder(Objects.requireNonNull(alert, "alert"));
  }

  /** {@return the alert with its first content} */
  public Alert alert() {
    return alert;
  }

  /** {@return what has become of the alert} */
  public State state() {
    return state;
  }

  /**
   * {@return the id of the alert that this one is a part of; empty unless it is {@link
   * State#MERGED}}
   */
  public Optional<AlertId> mergedInto() {
    return mergedInto;
  }

  /** {@return how far the delivery to each output of the alert has come; unmodifiable} */
  public Map<OutputId, OutputProgress> progress() {
    return progress;
  }

  /**
   * The outputs that have been sent to.
   *
   * @return from output to what its receiver calls the alert, if it said; unmodifiable
   */
  public Map<OutputId, Optional<String>> outputsSent() {
    Map<OutputId, Optional<String>> sent = new LinkedHashMap<>();
    outputs(OutputProgress::isSent)
        .forEach(output -> sent.put(output, progressOf(output).reference()));
    return Collections.unmodifiableMap(sent);
  }

  /** {@return the outputs left to send to, neither sent to nor parked; unmodifiable} */
  public Set<OutputId> outputsPending() {
    return outputs(OutputProgress::isPending);
  }

  /** {@return the outputs that rejected the alert; unmodifiable} */
  public Set<OutputId> outputsParked() {
    return outputs(OutputProgress::isParked);
  }

  /**
   * {@return the earliest time of the next attempt to any output; empty if no output is left to
   * send to, and while the alert is held, as nothing is sent then}
   */
  public Optional<Instant> nextAttempt() {
    if (heldUntil.isPresent()) {
      return Optional.empty();
    }
    Optional<Instant> earliest = Optional.empty();
    for (OutputProgress each : progress.values()) {
      Optional<Instant> next = each.nextAttempt();
      if (next.isPresent() && earliest.filter(time -> !time.isAfter(next.get())).isEmpty()) {
        earliest = next;
      }
    }
    return earliest;
  }

  /**
   * {@return up to when the alert is held for others of its merge group, as {@link AlertStore#hold}
   * says; empty if it is not}
   */
  public Optional<Instant> heldUntil() {
    return heldUntil;
  }

  /**
   * Since when the alert is one for {@link AlertMerger}: it is open, merging is enabled, and it is
   * held or has no output left to send to before it is merged.
   *
   * @return the time up to which it is held, or its creation if it is not; empty if it does not
   *     wait to be merged
   */
  public Optional<Instant> mergeDue() {
    if (state != State.OPEN || !alert.mergePolicy().isEnabled()) {
      return Optional.empty();
    }
    boolean waits = heldUntil.isPresent() || nextAttempt().isEmpty();
    return waits ? Optional.of(heldUntil.orElse(alert.created())) : Optional.empty();
  }

  /** {@return the time of the newest attempt to any output; empty if there was none} */
  public Optional<Instant> dispatched() {
    return dispatched;
  }

  /**
   * The alert after attempts to deliver it; each output moves on as {@link OutputProgress#after}
   * says. An open or parked alert then is open if an output is left to send to or merging is
   * enabled, since only the merger finishes such an alert; otherwise parked if an output rejected
   * it, otherwise delivered. An alert in another state stays in it.
   *
   * @param results what came of each attempt, by output; may be empty, which changes nothing
   * @param now the time of the attempts
   * @return the new stored form
   * @throws IllegalArgumentException if an output does not belong to the alert
   */
  public StoredAlert settled(Map<OutputId, Delivery> results, Instant now) {
    if (results.isEmpty()) {
      return this;
    }
    Builder next = toBuilder().dispatched(now);
    results.forEach(
        (output, delivery) -> next.progress(output, progressOf(output).after(delivery, now)));
    if (state == State.OPEN || state == State.PARKED) {
      next.state(alert.mergePolicy().isEnabled() ? State.OPEN : reached(next.progress));
    }
    return next.build();
  }

  /**
   * The alert left alone until a time, as {@link AlertStore#release} leaves it: no output that is
   * left to send to is due earlier, and it is not held. Attempts, the state and {@link
   * #dispatched()} stay as they are.
   *
   * @param time the earliest time of the next attempt to any output
   * @return the new stored form
   */
  public StoredAlert notBefore(Instant time) {
    Builder next = toBuilder();
    next.progress.replaceAll((output, each) -> each.notBefore(time));
    next.heldUntil = Optional.empty();
    return next.build();
  }

  /**
   * The alert held for others of its merge group, as {@link AlertStore#hold} leaves it.
   *
   * @param time up to when
   * @return the new stored form
   * @throws IllegalStateException if this alert is not open or merging is not enabled
   */
  public StoredAlert held(Instant time) {
    return toBuilder().heldUntil(time).build();
  }

  /**
   * The alert with parked outputs to be sent to again, as {@link AlertStore#requeue} leaves it: they
   * are due at once, with the attempts that were made, and a parked alert is open. An alert with such
   * an output is no longer held. One that was merged or muted stays as it is.
   *
   * @param outputs the outputs; those that are not parked stay as they are
   * @param now the present time
   * @return the new stored form
   */
  public StoredAlert requeued(Set<OutputId> outputs, Instant now) {
    if (state != State.OPEN && state != State.PARKED) {
      return this;
    }
    Builder next = toBuilder();
    for (OutputId output : outputsParked()) {
      if (outputs.contains(output)) {
        next.progress(output, OutputProgress.pending(progressOf(output).attempts(), now));
        next.state(State.OPEN);
        next.heldUntil = Optional.empty();
      }
    }
    return next.build();
  }

  /**
   * The alert as a part of another one. What was sent stays sent.
   *
   * @param merged the id of the other one
   * @return the new stored form, in the state {@link State#MERGED}
   * @throws IllegalStateException if this alert is not open
   */
  public StoredAlert merged(AlertId merged) {
    if (state != State.OPEN) {
      throw new IllegalStateException("Alert " + alert.id() + " cannot be merged, it is " + state);
    }
    return toBuilder().mergedInto(merged).build();
  }

  private static State reached(Map<OutputId, OutputProgress> progress) {
    if (progress.values().stream().anyMatch(OutputProgress::isPending)) {
      return State.OPEN;
    }
    return progress.values().stream().anyMatch(OutputProgress::isParked)
        ? State.PARKED
        : State.DELIVERED;
  }

  private OutputProgress progressOf(OutputId output) {
    OutputProgress found = progress.get(output);
    if (found == null) {
      throw new IllegalArgumentException("Alert " + alert.id() + " has no output " + output);
    }
    return found;
  }

  private Set<OutputId> outputs(Predicate<OutputProgress> wanted) {
    Set<OutputId> outputs = new LinkedHashSet<>();
    progress.forEach((output, each) -> {
      if (wanted.test(each)) {
        outputs.add(output);
      }
    });
    return Collections.unmodifiableSet(outputs);
  }

  private Builder toBuilder() {
    Builder builder = new Builder(alert, progress);
    builder.state = state;
    builder.mergedInto = mergedInto;
    builder.dispatched = dispatched;
    builder.heldUntil = heldUntil;
    return builder;
  }

  @Override
  public String toString() {
    return "StoredAlert[" + alert.id() + ", " + state + ", " + progress + "]";
  }

  /** Collects the stored form of an alert. A builder belongs to one thread. */
  public static final class Builder {

    private final Alert alert;
    private final Map<OutputId, OutputProgress> progress;
    private State state = State.OPEN;
    private Optional<AlertId> mergedInto = Optional.empty();
    private Optional<Instant> dispatched = Optional.empty();
    private Optional<Instant> heldUntil = Optional.empty();

    private Builder(Alert alert, Map<OutputId, OutputProgress> progress) {
      this.alert = alert;
      this.progress = new LinkedHashMap<>(progress);
    }

    private Builder(Alert alert) {
      this(alert, Map.of());
      alert
          .outputs()
          .forEach(output -> progress.put(output, OutputProgress.pending(0, alert.created())));
    }

    /**
     * Sets the state.
     *
     * @param state the state; {@link State#MERGED} is set by {@link #mergedInto}
     * @return this builder
     */
    public Builder state(State state) {
      this.state = Objects.requireNonNull(state, "state");
      return this;
    }

    /**
     * Makes the alert a part of another one, in the state {@link State#MERGED}.
     *
     * @param merged the id of the other one
     * @return this builder
     */
    public Builder mergedInto(AlertId merged) {
      mergedInto = Optional.of(merged);
      state = State.MERGED;
      heldUntil = Optional.empty();
      return this;
    }

    /**
     * Sets how far the delivery to one output has come.
     *
     * @param output the output
     * @param reached the progress
     * @return this builder
     * @throws IllegalArgumentException if the output does not belong to the alert
     */
    public Builder progress(OutputId output, OutputProgress reached) {
      Objects.requireNonNull(reached, "reached");
      if (progress.replace(output, reached) == null) {
        throw new IllegalArgumentException("Alert " + alert.id() + " has no output " + output);
      }
      return this;
    }

    /**
     * Sets the time of the newest attempt.
     *
     * @param time the time
     * @return this builder
     */
    public Builder dispatched(Instant time) {
      dispatched = Optional.of(time);
      return this;
    }

    /**
     * Sets up to when the alert is held for others of its merge group.
     *
     * @param time the time
     * @return this builder
     */
    public Builder heldUntil(Instant time) {
      heldUntil = Optional.of(time);
      return this;
    }

    /**
     * Makes the stored form.
     *
     * @return the stored form
     * @throws IllegalStateException if the state is {@link State#MERGED} and the other alert is not
     *     set, or the reverse; or if the alert is held and not open, or has no merging enabled
     */
    public StoredAlert build() {
      if (heldUntil.isPresent() && (state != State.OPEN || !alert.mergePolicy().isEnabled())) {
        throw new IllegalStateException("Alert " + alert.id() + " cannot be held: it is " + state
            + ", and its merge policy is " + alert.mergePolicy());
      }
      if ((state == State.MERGED) != mergedInto.isPresent()) {
        throw new IllegalStateException("Alert " + alert.id() + " is " + state
            + (mergedInto.isPresent()
                ? " but says what it is merged into"
                : " but does not say into what"));
      }
      return new StoredAlert(this);
    }
  }
}
