package io.streamalert.local.state;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertItem;
import io.streamalert.alert.OutputId;
import io.streamalert.delivery.OutputProgress;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.record.FieldValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of an alert that hold JSON: its first content as the stored alert of StreamAlert 3.5,
 * and how far its delivery has come.
 */
final class AlertForm {

  private static final String OUTPUTS = "outputs";
  private static final String DISPATCHED = "dispatched";
  private static final String HELD = "held_until";
  private static final String ATTEMPTS = "attempts";
  private static final String PENDING = "pending_until";
  private static final String PARKED = "parked";
  private static final String REFERENCE = "reference";

  private AlertForm() {}

  static byte[] item(Alert alert) {
    return AlertItem.of(alert).toJson().getBytes(StandardCharsets.UTF_8);
  }

  static Alert alert(byte[] item) {
    return AlertItem.read(new String(item, StandardCharsets.UTF_8)).alert();
  }

  static String delivery(StoredAlert stored) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    stored.progress().forEach((output, each) -> outputs.put(output.toString(), progress(each)));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(OUTPUTS, outputs);
    stored.dispatched().ifPresent(time -> fields.put(DISPATCHED, time.toString()));
    stored.heldUntil().ifPresent(time -> fields.put(HELD, time.toString()));
    return FieldValue.of(fields).toJson();
  }

  private static Map<String, Object> progress(OutputProgress progress) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(ATTEMPTS, progress.attempts());
    progress.nextAttempt().ifPresent(time -> fields.put(PENDING, time.toString()));
    progress.rejection().ifPresent(reason -> fields.put(PARKED, reason));
    progress.reference().ifPresent(reference -> fields.put(REFERENCE, reference));
    return fields;
  }

  /** Sets what {@link #delivery} wrote. */
  static void read(String delivery, StoredAlert.Builder builder) {
    FieldValue fields = FieldValue.parse(delivery);
    fields
        .at(OUTPUTS)
        .fields()
        .forEach((output, each) -> builder.progress(OutputId.parse(output), progress(each)));
    time(fields.at(DISPATCHED)).ifPresent(builder::dispatched);
    time(fields.at(HELD)).ifPresent(builder::heldUntil);
  }

  private static OutputProgress progress(FieldValue fields) {
    int attempts = (int) fields.at(ATTEMPTS).asLong().orElseThrow();
    Optional<Instant> pending = time(fields.at(PENDING));
    if (pending.isPresent()) {
      return OutputProgress.pending(attempts, pending.get());
    }
    Optional<String> reason = fields.at(PARKED).asString();
    if (reason.isPresent()) {
      return OutputProgress.parked(attempts, reason.get());
    }
    return fields
        .at(REFERENCE)
        .asString()
        .map(reference -> OutputProgress.sent(attempts, reference))
        .orElseGet(() -> OutputProgress.sent(attempts));
  }

  private static Optional<Instant> time(FieldValue text) {
    return text.asString().map(Instant::parse);
  }
}
