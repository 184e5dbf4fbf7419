package io.streamalert.delivery;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One attempt to deliver an alert to one output; whatever goes wrong with it is a value. */
record OutputAttempt(
    Map<OutputId, OutputDispatcher> outputs,
    Function<List<String>, Publisher> publishers,
    BiFunction<OutputId, String, Optional<String>> references,
    Backoff backoff,
    Set<OutputId> parkUnknown) {

  Delivery deliver(Alert alert, OutputId output, int number, Instant deadline) {
    OutputDispatcher dispatcher = outputs.get(output);
    if (dispatcher == null) {
      return Delivery.rejected("No output " + output + " is configured: configure it, then send"
          + " the alert again, and take it out of the rule if it is not wanted");
    }
    String failing = "The publishers for " + output;
    try {
      Publication publication = publish(alert, output);
      failing = "The output " + output;
      DeliveryRequest request =
          request(alert, publication, output).attempt(number).deadline(deadline).build();
      return paced(Objects.requireNonNull(dispatcher.dispatch(request)), output, number);
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return Delivery.retryAfter(
          backoff.after(number), failing + " failed with " + e.getClass().getName());
    }
  }

  private Publication publish(Alert alert, OutputId output) {
    List<String> names = alert.publishers().getOrDefault(output, List.of());
    return publishers.apply(names).publish(alert, Publication.empty());
  }

  private DeliveryRequest.Builder request(Alert alert, Publication publication, OutputId output) {
    return DeliveryRequest.builder(alert, publication)
        .idempotencyKey(alert.id() + ":" + output)
        .previousReferences(group -> references.apply(output, group));
  }

  /** Never sooner than the backoff says; what is unknown is repeated, or parked where chosen. */
  private Delivery paced(Delivery delivery, OutputId output, int number) {
    return delivery.fold(
        delivered -> delivered,
        retry -> Delivery.retryAfter(later(retry.delay(), backoff.after(number)), retry.reason()),
        rejected -> rejected,
        unknown -> parkUnknown.contains(output)
            ? Delivery.rejected(unknown.reason())
            : Delivery.retryAfter(backoff.after(number), unknown.reason()));
  }

  private static Duration later(Duration one, Duration other) {
    return Collections.max(List.of(one, other));
  }
}
