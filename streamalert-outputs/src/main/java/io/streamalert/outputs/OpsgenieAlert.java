package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Opsgenie is told of an alert. */
final class OpsgenieAlert {

  static final int LIMIT_MESSAGE = 130;
  static final int LIMIT_DESCRIPTION = 15_000;
  static final int LIMIT_TAGS = 20;
  static final int LIMIT_TAG = 50;
  static final int LIMIT_DETAILS = 8_000;
  static final int LIMIT_ENTITY = 512;

  private static final int LIMIT_RULE_DESCRIPTION = 4_000;
  private static final int LIMIT_RECORD = 10_000;
  private static final int LIMIT_NAME = 1_000;

  private final Alert alert;
  private final Publication publication;

  private OpsgenieAlert(DeliveryRequest request) {
    alert = request.alert();
    publication = request.publication();
  }

  static Map<String, Object> of(DeliveryRequest request, String key) {
    OpsgenieAlert made = new OpsgenieAlert(request);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("message", made.message());
    fields.put("alias", key);
    fields.put("description", Texts.elide(made.description(), LIMIT_DESCRIPTION));
    fields.put("priority", made.priority());
    fields.put("tags", made.tags());
    fields.put("details", made.details());
    fields.put("entity", Texts.cut(made.alert.ruleName(), LIMIT_ENTITY));
    fields.put("source", "StreamAlert");
    return fields;
  }

  private String message() {
    String given = Texts.oneLine(publication
        .get(Opsgenie.MESSAGE)
        .orElseGet(() -> publication.get("title").asText()));
    return Texts.elide(given.isEmpty() ? alert.ruleName() : given, LIMIT_MESSAGE);
  }

  private String description() {
    return publication.get(Opsgenie.DESCRIPTION).orElseGet(() -> {
      String description = Texts.elide(alert.ruleDescription(), LIMIT_RULE_DESCRIPTION);
      return description
          + (description.isEmpty() ? "" : "\n\n")
          + PrettyJson.fitted(LIMIT_RECORD, ShownRecord.of(publication));
    });
  }

  private String priority() {
    return publication
        .get(Opsgenie.PRIORITY)
        .filter(given -> given.matches("P[1-5]"))
        .orElseGet(() -> priority(alert.severity()));
  }

  private static String priority(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "P1";
      case HIGH -> "P2";
      case MEDIUM -> "P3";
      case LOW -> "P4";
      case INFO -> "P5";
    };
  }

  private List<String> tags() {
    Stream<String> tags = publication
        .get(Opsgenie.TAGS)
        .map(given -> given.stream().map(FieldValue::asText))
        .orElseGet(() -> alert.attack().stream());
    return tags.map(tag -> Texts.cut(Texts.oneLine(tag), LIMIT_TAG))
        .filter(tag -> !tag.isEmpty())
        .distinct()
        .limit(LIMIT_TAGS)
        .toList();
  }

  /** All are texts; their JSON has no more characters than they may have together. */
  private FieldValue details() {
    Map<String, FieldValue> texts = new LinkedHashMap<>();
    publication
        .get(Opsgenie.DETAILS)
        .orElseGet(this::standardDetails)
        .forEach((name, value) -> texts.put(name, FieldValue.of(value.asText())));
    return Fitted.into(LIMIT_DETAILS, FieldValue.map(texts));
  }

  private Map<String, FieldValue> standardDetails() {
    Map<String, FieldValue> details = new LinkedHashMap<>();
    details.put("rule", FieldValue.of(Texts.cut(alert.ruleName(), LIMIT_NAME)));
    details.put("alert_id", FieldValue.of(alert.id().toString()));
    details.put("severity", FieldValue.of(alert.severity().toString()));
    details.put("log", FieldValue.of(Texts.cut(alert.record().type().name(), LIMIT_NAME)));
    return details;
  }
}
