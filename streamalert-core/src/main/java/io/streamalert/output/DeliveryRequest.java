package io.streamalert.output;

import io.streamalert.alert.Alert;
import io.streamalert.publish.Publication;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver one alert to one output, as the runtime hands it to an {@link
 * OutputDispatcher}. Immutable and safe for use by many threads, but meant to be used only until
 * {@link OutputDispatcher#dispatch} returns.
 */
public final class DeliveryRequest {

  private final Alert alert;
  private final Publication publication;
  private final int attempt;
  private final String idempotencyKey;
  private final Instant deadline;
  private final Function<String, Optional<String>> previousReferences;

  private DeliveryRequest(Builder builder) {
    alert = builder.alert;
    publication = builder.publication;
    attempt = builder.attempt;
    idempotencyKey = given("idempotencyKey", builder.idempotencyKey);
    deadline = given("deadline", builder.deadline);
    previousReferences = builder.previousReferences;
  }

  /**
   * Starts a request.
   *
   * @param alert the alert to deliver
   * @param publication what the publishers made of it for this output
   * @return a new builder
   */
  public static Builder builder(Alert alert, Publication publication) {
    return new Builder(alert, publication);
  }

  /**
   * The alert to deliver.
   *
   * @return the alert
   */
  public Alert alert() {
    return alert;
  }

  /**
   * What the publishers made of the alert for this output.
   *
   * @return the publication
   */
  public Publication publication() {
    return publication;
  }

  /**
   * The number of this attempt to deliver this alert to this output.
   *
   * @return 1 for the first attempt, then 2, 3 and so on
   */
  public int attempt() {
    return attempt;
  }

  /**
   * A text that is the same for every attempt to deliver this alert to this output, after a restart
   * too, and different for every other alert and output. Hand it to a service that takes such keys.
   *
   * @return the key; not blank
   */
  public String idempotencyKey() {
    return idempotencyKey;
  }

  /**
   * The time at which the runtime stops waiting. An attempt that is not done by then should end
   * with {@link Delivery#unknown} if anything was sent, and with {@link Delivery#retryAfter}
   * otherwise.
   *
   * @return the time
   */
  public Instant deadline() {
    return deadline;
  }

  /**
   * The time that is left for this attempt; fit to be a timeout.
   *
   * @param now the present time
   * @return the time until the deadline; zero if it has passed, never negative
   */
  public Duration timeLeft(Instant now) {
    Duration left = Duration.between(Objects.requireNonNull(now, "now"), deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Finds what the receiver made of an earlier alert, so that an output can add to one issue or
   * incident instead of opening another. The reference is the newest one that this output returned
   * with the same group, by {@link Delivery#delivered(String, String)}; nothing else files any.
   *
   * @param group names the group; the output chooses it, for example the name of the rule
   * @return the reference; empty if there is none and also if the runtime keeps none, so an output
   *     must be able to do without
   */
  public Optional<String> previousReference(String group) {
    return previousReferences.apply(Objects.requireNonNull(group, "group"));
  }

  private static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A delivery request needs the " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "DeliveryRequest[alert=" + alert.id() + ", attempt=" + attempt + ", deadline=" + deadline
        + "]";
  }

  /** Collects the parts of a request. A builder belongs to one thread. */
  public static final class Builder {

    private final Alert alert;
    private final Publication publication;
    private int attempt = 1;
    private @Nullable String idempotencyKey;
    private @Nullable Instant deadline;
    private Function<String, Optional<String>> previousReferences = key -> Optional.empty();

    private Builder(Alert alert, Publication publication) {
      this.alert = Objects.requireNonNull(alert, "alert");
      this.publication = Objects.requireNonNull(publication, "publication");
    }

    /**
     * Sets the number of the attempt.
     *
     * @param attempt the number, from 1, which is the default
     * @return this builder
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Builder attempt(int attempt) {
      if (attempt < 1) {
        throw new IllegalArgumentException(
            "The number of an attempt must be at least 1, but is " + attempt);
      }
      this.attempt = attempt;
      return this;
    }

    /**
     * Sets the key that makes repeated attempts count once; there is no default.
     *
     * @param key the key, made of the ids of the alert and the output; not blank
     * @return this builder
     * @throws IllegalArgumentException if the key is blank
     */
    public Builder idempotencyKey(String key) {
      if (Objects.requireNonNull(key, "key").isBlank()) {
        throw new IllegalArgumentException(
            "The idempotency key of a delivery request must not be blank");
      }
      idempotencyKey = key;
      return this;
    }

    /**
     * Sets the time at which the runtime stops waiting; there is no default.
     *
     * @param deadline the time
     * @return this builder
     */
    public Builder deadline(Instant deadline) {
      this.deadline = Objects.requireNonNull(deadline, "deadline");
      return this;
    }

    /**
     * Sets how earlier references are found. By default none is.
     *
     * @param references from a group to the reference; safe for use by many threads
     * @return this builder
     */
    public Builder previousReferences(Function<String, Optional<String>> references) {
      previousReferences = Objects.requireNonNull(references, "references");
      return this;
    }

    /**
     * Makes the request.
     *
     * @return the request
     * @throws IllegalStateException if the idempotency key or the deadline is not set
     */
    public DeliveryRequest build() {
      return new DeliveryRequest(this);
    }
  }
}
