package io.streamalert.outputs;

import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of requests. */
final class WireJson {

  private WireJson() {}

  /** A value as JSON that every reader takes. */
  static String of(Map<String, ?> message) {
    return wellFormed(FieldValue.of(message)).toJson();
  }

  /** What of a publication is meant for the receiver, or as much of it as there is room for. */
  static String payload(Publication publication, int bytes) {
    return Fitted.into(bytes, payload(publication)).toJson();
  }

  /** What of a publication is meant for the receiver. */
  static FieldValue payload(Publication publication) {
    return wellFormed(FieldValue.map(publication.payload().toFields()));
  }

  /** All of a publication, also what steers outputs, as StreamAlert 3.5 hands it on. */
  static FieldValue whole(Publication publication) {
    return wellFormed(FieldValue.map(publication.toFields()));
  }

  /** The record of a publication, or its payload if publishers left no record. */
  static FieldValue record(Publication publication) {
    FieldValue payload = payload(publication);
    FieldValue record = payload.at("record");
    return record.exists() ? record : payload;
  }

  private static FieldValue wellFormed(FieldValue value) {
    return switch (value.kind()) {
      case STRING -> FieldValue.of(Texts.wellFormed(value.asText()));
      case LIST ->
        FieldValue.list(value.elements().stream().map(WireJson::wellFormed).toList());
      case MAP -> {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        value
            .fields()
            .forEach((key, field) -> fields.put(Texts.wellFormed(key), wellFormed(field)));
        yield FieldValue.map(fields);
      }
      default -> value;
    };
  }
}
