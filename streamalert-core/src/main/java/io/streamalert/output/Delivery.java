package io.streamalert.output;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came of one attempt to deliver an alert to one output: {@link Delivered}, {@link
 * RetryAfter}, {@link Rejected} or {@link Unknown}. {@link #fold} treats all four:
 *
 * <pre>{@code
 * String text = delivery.fold(
 *     delivered -> "sent", retry -> "later: " + retry.reason(), rejected -> "refused: " + rejected.reason(),
 *     unknown -> "unclear: " + unknown.reason());
 * }</pre>
 *
 * <p>Reasons are for people and logs. They must not hold a secret or a value of a record; they are
 * cut to {@value #LIMIT_REASON} characters. Deliveries are immutable and safe for use by many
 * threads.
 */
public sealed interface Delivery {

  /** The longest reason that is kept, in characters: {@value}. */
  int LIMIT_REASON = 1_000;

  /**
   * The longest delay that {@link RetryAfter} keeps, in days: {@value}. A longer one is cut to it.
   */
  int LIMIT_DELAY_DAYS = 30;

  /**
   * Applies one of the functions.
   *
   * @param delivered applied if the alert was delivered
   * @param retryAfter applied if the attempt has to be repeated
   * @param rejected applied if the output does not take the alert
   * @param unknown applied if nobody knows whether the alert was delivered
   * @param <R> the type of the answer
   * @return the answer of the function that was applied
   */
  <R> R fold(
      Function<? super Delivered, ? extends R> delivered,
      Function<? super RetryAfter, ? extends R> retryAfter,
      Function<? super Rejected, ? extends R> rejected,
      Function<? super Unknown, ? extends R> unknown);

  /**
   * The alert was delivered and the receiver gave nothing to refer to it.
   *
   * @return the outcome
   */
  static Delivery delivered() {
    return new Delivered(Optional.empty(), Optional.empty());
  }

  /**
   * The alert was delivered.
   *
   * @param reference how the receiver names what it made of the alert, such as the key of an issue;
   *     an empty text counts as none
   * @return the outcome
   */
  static Delivery delivered(String reference) {
    return new Delivered(Optional.of(reference), Optional.empty());
  }

  /**
   * The alert was delivered, and what the receiver made of it is to be found again for later alerts
   * of one group, by {@link DeliveryRequest#previousReference}.
   *
   * @param reference how the receiver names what it made of the alert, such as the key of an issue;
   *     an empty text counts as none, and then nothing is filed
   * @param group names the group, as the output chose it; not empty
   * @return the outcome
   * @throws IllegalArgumentException if the group is empty
   */
  static Delivery delivered(String reference, String group) {
    if (Objects.requireNonNull(group, "group").isEmpty()) {
      throw new IllegalArgumentException("The group of a delivery must not be empty");
    }
    return new Delivered(Optional.of(reference), Optional.of(group));
  }

  /**
   * The alert was not delivered, and a later attempt may succeed.
   *
   * @param delay how long the receiver wants to be left alone, at most {@value #LIMIT_DELAY_DAYS}
   *     days; zero if it did not say
   * @param reason why the attempt failed; not blank
   * @return the outcome
   * @throws IllegalArgumentException if the delay is negative or the reason is blank
   */
  static Delivery retryAfter(Duration delay, String reason) {
    return new RetryAfter(delay, reason);
  }

  /**
   * The output does not take the alert, and would not take it later either.
   *
   * @param reason why; not blank
   * @return the outcome
   * @throws IllegalArgumentException if the reason is blank
   */
  static Delivery rejected(String reason) {
    return new Rejected(reason);
  }

  /**
   * The alert may or may not have been delivered, for example because the answer did not come in
   * time.
   *
   * @param reason why nobody knows; not blank
   * @return the outcome
   * @throws IllegalArgumentException if the reason is blank
   */
  static Delivery unknown(String reason) {
    return new Unknown(reason);
  }

  private static String checked(String reason) {
    if (Objects.requireNonNull(reason, "reason").isBlank()) {
      throw new IllegalArgumentException("The reason of a delivery must not be blank");
    }
    return reason.length() <= LIMIT_REASON ? reason : reason.substring(0, LIMIT_REASON);
  }

  /**
   * The alert was delivered.
   *
   * @param reference how the receiver names what it made of the alert, or empty
   * @param group the group of alerts under which the reference is filed, or empty if it is not to be
   *     found again; always empty without a reference
   */
  record Delivered(Optional<String> reference, Optional<String> group) implements Delivery {

    /**
     * Turns empty texts into none.
     *
     * @param reference how the receiver names what it made of the alert, or empty
     * @param group the group of alerts under which the reference is filed, or empty
     */
    public Delivered {
      reference = Objects.requireNonNull(reference, "reference").filter(text -> !text.isEmpty());
      Optional<String> filed =
          Objects.requireNonNull(group, "group").filter(text -> !text.isEmpty());
      group = reference.isPresent() ? filed : Optional.empty();
    }

    @Override
    public <R> R fold(
        Function<? super Delivered, ? extends R> delivered,
        Function<? super RetryAfter, ? extends R> retryAfter,
        Function<? super Rejected, ? extends R> rejected,
        Function<? super Unknown, ? extends R> unknown) {
      return delivered.apply(this);
    }
  }

  /**
   * The alert was not delivered; the attempt is repeated.
   *
   * @param delay the least time until the next attempt; the runtime waits longer if its own backoff
   *     is longer
   * @param reason why the attempt failed
   */
  record RetryAfter(Duration delay, String reason) implements Delivery {

    /**
     * Checks the parts.
     *
     * @param delay the least time until the next attempt
     * @param reason why the attempt failed
     * @throws IllegalArgumentException if the delay is negative or the reason is blank
     */
    public RetryAfter {
      if (Objects.requireNonNull(delay, "delay").isNegative()) {
        throw new IllegalArgumentException(
            "The delay before an attempt is repeated must not be negative: " + delay);
      }
      Duration limit = Duration.ofDays(LIMIT_DELAY_DAYS);
      delay = delay.compareTo(limit) > 0 ? limit : delay;
      reason = checked(reason);
    }

    @Override
    public <R> R fold(
        Function<? super Delivered, ? extends R> delivered,
        Function<? super RetryAfter, ? extends R> retryAfter,
        Function<? super Rejected, ? extends R> rejected,
        Function<? super Unknown, ? extends R> unknown) {
      return retryAfter.apply(this);
    }
  }

  /**
   * The output does not take the alert. It is parked: kept, shown to operators, and sent again when
   * they ask for it.
   *
   * @param reason why
   */
  record Rejected(String reason) implements Delivery {

    /**
     * Checks the reason.
     *
     * @param reason why
     * @throws IllegalArgumentException if the reason is blank
     */
    public Rejected {
      reason = checked(reason);
    }

    @Override
    public <R> R fold(
        Function<? super Delivered, ? extends R> delivered,
        Function<? super RetryAfter, ? extends R> retryAfter,
        Function<? super Rejected, ? extends R> rejected,
        Function<? super Unknown, ? extends R> unknown) {
      return rejected.apply(this);
    }
  }

  /**
   * Nobody knows whether the alert was delivered. Unless an operator chose to park such alerts, the
   * attempt is repeated with the same idempotency key.
   *
   * @param reason why nobody knows
   */
  record Unknown(String reason) implements Delivery {

    /**
     * Checks the reason.
     *
     * @param reason why nobody knows
     * @throws IllegalArgumentException if the reason is blank
     */
    public Unknown {
      reason = checked(reason);
    }

    @Override
    public <R> R fold(
        Function<? super Delivered, ? extends R> delivered,
        Function<? super RetryAfter, ? extends R> retryAfter,
        Function<? super Rejected, ? extends R> rejected,
        Function<? super Unknown, ? extends R> unknown) {
      return unknown.apply(this);
    }
  }
}
