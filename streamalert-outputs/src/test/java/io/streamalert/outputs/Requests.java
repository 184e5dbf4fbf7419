package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publisher;
import io.streamalert.record.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Requests to deliver. */
final class Requests {

  private Requests() {}

  static Alert alert(String title) {
    LogRecord record = LogRecord.of("acme:login", "{\"user\": \"ann\"}");
    return Alert.builder("a_rule", record, Instant.EPOCH).title(title).build();
  }

  static DeliveryRequest of(Alert alert) {
    return of(alert, Publisher.standard().publish(alert, Publication.empty()), Instant.MAX);
  }

  static DeliveryRequest of(String part, Instant deadline) {
    return of(alert("A title"), Publication.of(Map.of("part", part)), deadline);
  }

  static DeliveryRequest of(Alert alert, Duration patience) {
    return of(alert, Instant.now().plus(patience));
  }

  static DeliveryRequest of(Alert alert, Instant deadline) {
    return of(alert, Publisher.standard().publish(alert, Publication.empty()), deadline);
  }

  static DeliveryRequest of(Alert alert, Publication publication, Instant deadline) {
    return DeliveryRequest.builder(alert, publication)
        .idempotencyKey("a key")
        .deadline(deadline)
        .build();
  }
}
