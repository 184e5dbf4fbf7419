package io.streamalert.benchmarks;

import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Map;

/**
 * Gives {@code cloudtrail:events} the normalisation that {@code cloudwatch:events} ships with. It
 * ships without any, so there would be nothing to measure.
 */
final class CloudTrailNormalization {

  private static final String TYPE = "cloudtrail:events";
  private static final FieldValue NORMALIZATION = FieldValue.of(Map.of(
      "event_name",
      List.of("eventName"),
      "account",
      List.of(
          path("Destination account ID", "recipientAccountId"),
          path("Source account ID", "userIdentity", "principalId")),
      "ip_address",
      List.of(path("Source IP addresses", "sourceIPAddress")),
      "user_agent",
      List.of("userAgent"),
      "user_identity",
      List.of(
          path("User identity type", "userIdentity", "type"),
          path("User identity arn", "userIdentity", "arn"),
          path("User identity username", "userIdentity", "userName"))));

  private CloudTrailNormalization() {}

  private static Map<String, Object> path(String function, String... path) {
    return Map.of("path", List.of(path), "function", function);
  }

  /** These schemas in their order, one of them with normalisation. */
  static List<LogSchema> addedTo(List<LogSchema> schemas) {
    return schemas.stream()
        .map(schema -> schema.type().name().equals(TYPE) ? normalizing(schema) : schema)
        .toList();
  }

  private static LogSchema normalizing(LogSchema schema) {
    LogSchema.Builder copy = LogSchema.named(TYPE).parser(schema.parser());
    schema.fields().forEach((key, type) -> {
      if (schema.optionalFields().contains(key)) {
        copy.optionalField(key, type);
      } else {
        copy.field(key, type);
      }
    });
    schema.options().forEach(copy::option);
    return copy.option("normalization", NORMALIZATION).build();
  }
}
