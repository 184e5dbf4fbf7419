package io.streamalert.output;

import io.streamalert.alert.OutputId;

/**
 * Delivers alerts to one place, such as one Slack channel. Implemented by output modules and by
 * users, and usually made by an {@code io.streamalert.spi.OutputProvider}; must be safe for use by
 * many threads.
 */
public interface OutputDispatcher {

  /**
   * The output this dispatcher delivers to.
   *
   * @return the same id every time
   */
  OutputId id();

  /**
   * Makes one attempt to deliver one alert, on the calling thread, and returns before {@link
   * DeliveryRequest#deadline()}. It neither waits nor repeats: the runtime does, according to what
   * is returned. The same alert may come again even after it was delivered, for example after a
   * crash; where the service knows such keys, {@link DeliveryRequest#idempotencyKey()} makes it
   * count once.
   *
   * @param request what to deliver
   * @return what came of the attempt. A failure of the service, of the network or of the
   *     publication is a value too, not an exception; if the request may have arrived and nothing
   *     tells whether it did, {@link Delivery#unknown}
   * @throws RuntimeException only through a defect; a runtime then acts as after {@link
   *     Delivery#retryAfter}, so nothing is lost
   */
  Delivery dispatch(DeliveryRequest request);
}
