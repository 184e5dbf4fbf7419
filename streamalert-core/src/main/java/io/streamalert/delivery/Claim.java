package io.streamalert.delivery;

import java.time.Instant;
import java.util.Objects;

/**
 * The right to work on one alert until a time, handed out by {@link AlertStore#claimDue} or
 * {@link AlertStore#claimToMerge} and given back by {@link AlertStore#settle}, {@link
 * AlertStore#release}, {@link AlertStore#hold} or {@link AlertStore#merge}. It is
 * held until then, or until its lease has ended and another claim on the alert was handed out.
 * Immutable and safe for use by many threads.
 */
public final class Claim {

  private final StoredAlert alert;
  private final String token;
  private final Instant leaseUntil;

  private Claim(StoredAlert alert, String token, Instant leaseUntil) {
    this.alert = alert;
    this.token = token;
    this.leaseUntil = leaseUntil;
  }

  /**
   * Makes a claim; for implementations of {@link AlertStore}.
   *
   * @param alert the alert as it was when it was claimed
   * @param token what tells this claim from every other one, also on the same alert; not blank
   * @param leaseUntil when the claim ends by itself
   * @return the claim
   * @throws IllegalArgumentException if the token is blank
   */
  public static Claim of(StoredAlert alert, String token, Instant leaseUntil) {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(leaseUntil, "leaseUntil");
    if (Objects.requireNonNull(token, "token").isBlank()) {
      throw new IllegalArgumentException("The token of a claim must not be blank");
    }
    return new Claim(alert, token, leaseUntil);
  }

  /**
   * The alert as it was when it was claimed.
   *
   * @return the alert and its state
   */
  public StoredAlert alert() {
    return alert;
  }

  /**
   * What tells this claim from every other one. It means something only to the store that made it.
   *
   * @return the token
   */
  public String token() {
    return token;
  }

  /**
   * When the claim ends by itself. Work that may take longer must not begin.
   *
   * @return the time from which on another claim on the alert may be handed out
   */
  public Instant leaseUntil() {
    return leaseUntil;
  }

  @Override
  public String toString() {
    return "Claim[alert=" + alert.alert().id() + ", leaseUntil=" + leaseUntil + "]";
  }
}
