package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import java.time.Clock;
import java.time.Duration;

/**
 * Sends an alert while a person waits: an attempt that asks to be repeated within seconds, as an
 * incident that is not there at once does, is repeated a few times.
 *
 * @param clock tells the time
 * @param pause waits
 */
record Sending(Clock clock, Pause pause) {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int MOST_ATTEMPTS = 5;

  /** Waits for a while. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  static Sending forReal() {
    return new Sending(Clock.systemUTC(), time -> Thread.sleep(time.toMillis()));
  }

  /** What the last attempt came to. */
  Delivery send(Alert alert, Publication publication, OutputDispatcher dispatcher) {
    for (int attempt = 1; ; attempt++) {
      Delivery delivery = dispatcher.dispatch(DeliveryRequest.builder(alert, publication)
          .attempt(attempt)
          .idempotencyKey(alert.id() + ":" + dispatcher.id())
          .deadline(clock.instant().plus(LIMIT))
          .build());
      if (attempt == MOST_ATTEMPTS || !waits(delivery)) {
        return delivery;
      }
    }
  }

  /** Waits where it is worth it; false where the attempt is not to be repeated. */
  private boolean waits(Delivery delivery) {
    if (delivery instanceof Delivery.RetryAfter retry
        && !retry.delay().isZero()
        && retry.delay().compareTo(LONGEST_PAUSE) <= 0) {
      try {
        pause.of(retry.delay());
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return false;
  }
}
