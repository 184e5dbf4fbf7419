package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import java.time.Duration;

/**
 * Ends an attempt that did not succeed, from whatever step it had come to. It has no stack trace
 * and no cause: what came of the attempt is all there is to say, and a cause could hold a secret.
 */
final class Undelivered extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Delivery delivery;
  private final boolean credentials;

  private Undelivered(Delivery delivery, boolean credentials) {
    super(delivery.toString(), null, false, false);
    this.delivery = delivery;
    this.credentials = credentials;
  }

  /** Any outcome other than success. */
  static Undelivered as(Delivery delivery) {
    return new Undelivered(delivery, false);
  }

  static Undelivered later(Duration delay, String reason) {
    return as(Delivery.retryAfter(delay, reason));
  }

  static Undelivered rejected(String reason) {
    return as(Delivery.rejected(reason));
  }

  /** The service does not know the credentials, which may have changed since they were read. */
  static Undelivered unauthorized(Delivery delivery) {
    return new Undelivered(delivery, true);
  }

  Delivery delivery() {
    return delivery;
  }

  /** Whether other credentials could make a difference. */
  boolean isForCredentials() {
    return credentials;
  }
}
