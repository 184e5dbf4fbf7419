package io.streamalert.delivery;

import io.streamalert.output.Delivery;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the delivery of one alert to one output has come: still to be sent, sent, or parked
 * because the output rejected it. Immutable and safe for use by many threads; two are equal when
 * all their parts are.
 */
public final class OutputProgress {

  private enum Status {
    PENDING,
    SENT,
    PARKED
  }

  private final Status status;
  private final int attempts;
  private final Optional<Instant> nextAttempt;
  private final Optional<String> text;

  private OutputProgress(
      Status status, int attempts, Optional<Instant> nextAttempt, Optional<String> text) {
    if (attempts < 0) {
      throw new IllegalArgumentException(
          "The number of attempts must not be negative, but is " + attempts);
    }
    this.status = status;
    this.attempts = attempts;
    this.nextAttempt = nextAttempt;
    this.text = text;
  }

  /**
   * The alert is still to be sent.
   *
   * @param attempts how many attempts were made; not negative
   * @param nextAttempt the earliest time of the next one
   * @return the progress
   * @throws IllegalArgumentException if the number is negative
   */
  public static OutputProgress pending(int attempts, Instant nextAttempt) {
    return new OutputProgress(Status.PENDING, attempts, Optional.of(nextAttempt), Optional.empty());
  }

  /**
   * The alert was sent, and the receiver gave nothing to refer to it.
   *
   * @param attempts how many attempts were made; not negative
   * @return the progress
   * @throws IllegalArgumentException if the number is negative
   */
  public static OutputProgress sent(int attempts) {
    return new OutputProgress(Status.SENT, attempts, Optional.empty(), Optional.empty());
  }

  /**
   * The alert was sent.
   *
   * @param attempts how many attempts were made; not negative
   * @param reference how the receiver names what it made of the alert
   * @return the progress
   * @throws IllegalArgumentException if the number is negative
   */
  public static OutputProgress sent(int attempts, String reference) {
    return new OutputProgress(Status.SENT, attempts, Optional.empty(), Optional.of(reference));
  }

  /**
   * The output rejected the alert.
   *
   * @param attempts how many attempts were made; not negative
   * @param reason why it did
   * @return the progress
   * @throws IllegalArgumentException if the number is negative
   */
  public static OutputProgress parked(int attempts, String reason) {
    return new OutputProgress(Status.PARKED, attempts, Optional.empty(), Optional.of(reason));
  }

  /**
   * Whether the alert is still to be sent.
   *
   * @return true if it is
   */
  public boolean isPending() {
    return status == Status.PENDING;
  }

  /**
   * Whether the alert was sent. Once it was, it never counts as unsent again.
   *
   * @return true if it was
   */
  public boolean isSent() {
    return status == Status.SENT;
  }

  /**
   * Whether the output rejected the alert.
   *
   * @return true if it did
   */
  public boolean isParked() {
    return status == Status.PARKED;
  }

  /**
   * How many attempts were made.
   *
   * @return the number, from 0
   */
  public int attempts() {
    return attempts;
  }

  /**
   * The earliest time of the next attempt.
   *
   * @return the time; empty unless the alert is still to be sent
   */
  public Optional<Instant> nextAttempt() {
    return nextAttempt;
  }

  /**
   * How the receiver names what it made of the alert.
   *
   * @return the reference; empty if there is none or the alert was not sent
   */
  public Optional<String> reference() {
    return isSent() ? text : Optional.empty();
  }

  /**
   * Why the output rejected the alert.
   *
   * @return the reason; empty unless it did
   */
  public Optional<String> rejection() {
    return isParked() ? text : Optional.empty();
  }

  /**
   * The progress after one more attempt. What was sent stays sent, with its first reference,
   * whatever a later attempt comes to. Otherwise a delivery makes it sent; a rejection parks it;
   * after {@link Delivery.RetryAfter} the next attempt is due when its delay has passed, and after
   * {@link Delivery.Unknown} at once, so a caller that wants backoff or parking says so by a {@code
   * RetryAfter} or {@code Rejected} of its own.
   *
   * @param delivery what came of the attempt
   * @param now the time from which a delay counts
   * @return the new progress, with one more attempt
   */
  public OutputProgress after(Delivery delivery, Instant now) {
    int made = attempts + 1;
    if (isSent()) {
      Optional<String> later = delivery.fold(
          Delivery.Delivered::reference,
          retry -> Optional.empty(),
          rejected -> Optional.empty(),
          none -> Optional.empty());
      return new OutputProgress(Status.SENT, made, Optional.empty(), text.or(() -> later));
    }
    return delivery.fold(
        delivered -> new OutputProgress(Status.SENT, made, Optional.empty(), delivered.reference()),
        retry -> pending(made, now.plus(retry.delay())),
        rejected -> parked(made, rejected.reason()),
        unknown -> pending(made, now));
  }

  /**
   * The progress without an attempt until a time. What was sent or parked stays as it is.
   *
   * @param time the earliest time of the next attempt; an earlier one than now stands changes nothing
   * @return the new progress, with the same number of attempts
   */
  public OutputProgress notBefore(Instant time) {
    return nextAttempt.filter(time::isAfter).isPresent() ? pending(attempts, time) : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutputProgress that
        && status == that.status
        && attempts == that.attempts
        && nextAttempt.equals(that.nextAttempt)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(status, attempts, nextAttempt, text);
  }

  @Override
  public String toString() {
    return "OutputProgress[" + status + ", attempts=" + attempts
        + nextAttempt.map(time -> ", nextAttempt=" + time).orElse("")
        + text.map(said -> ", " + said).orElse("") + "]";
  }
}
