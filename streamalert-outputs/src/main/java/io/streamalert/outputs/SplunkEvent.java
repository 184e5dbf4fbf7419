package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.record.FieldValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Splunk is told of an alert. */
final class SplunkEvent {

  static final String INDEX = "index";
  static final String SOURCE = "source";
  static final String SOURCETYPE = "sourcetype";

  /** Of the 1,000,000 bytes of a message; the rest is for all else. */
  static final int LIMIT_EVENT_BYTES = 980_000;

  private static final int LIMIT_WORD = 1_000;
  private static final int NANOS_OF_MILLI = 1_000_000;

  private SplunkEvent() {}

  /** The event, with the given index, source and type where there are any. */
  static Map<String, Object> of(DeliveryRequest request, Map<String, String> words) {
    Alert alert = request.alert();
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("time", time(alert.created()));
    event.put(SOURCE, "streamalert");
    event.put(SOURCETYPE, "streamalert:alert");
    words.forEach((name, word) -> event.put(name, Texts.cut(word, LIMIT_WORD)));
    event.put("event", Fitted.into(LIMIT_EVENT_BYTES, WireJson.payload(request.publication())));
    event.put("fields", Map.of("alert_id", alert.id().toString()));
    return event;
  }

  /** Seconds since 1970, with three digits behind the point. */
  private static FieldValue time(Instant created) {
    BigDecimal millis = BigDecimal.valueOf(created.getNano() / NANOS_OF_MILLI, 3);
    return FieldValue.parse(
        BigDecimal.valueOf(created.getEpochSecond()).add(millis).toPlainString());
  }
}
