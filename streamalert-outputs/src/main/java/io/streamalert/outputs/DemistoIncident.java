package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.publish.PublicationKey;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Demisto is told of an alert. */
final class DemistoIncident {

  static final int LIMIT_LABELS = 2_000;

  /** Of the 1,000,000 bytes of a message; the rest is for all else. */
  static final int LIMIT_LABEL_BYTES = 800_000;

  private static final int LIMIT_WORD = 1_000;
  private static final int LIMIT_DETAILS = 20_000;
  private static final String TYPE = "type";
  private static final String VALUE = "value";
  private static final Comparator<FieldValue> BY_TYPE =
      Comparator.comparing(label -> label.at(TYPE).asText());
  private static final Map<String, Double> SEVERITIES = Map.of(
      "info", 0.5,
      "informational", 0.5,
      "low", 1.0,
      "med", 2.0,
      "medium", 2.0,
      "high", 3.0,
      "critical", 4.0);

  private final Alert alert;
  private final Publication publication;

  private DemistoIncident(DeliveryRequest request) {
    alert = request.alert();
    publication = request.publication();
  }

  static Map<String, Object> of(DeliveryRequest request) {
    return new DemistoIncident(request).fields();
  }

  private Map<String, Object> fields() {
    Map<String, Object> incident = new LinkedHashMap<>();
    incident.put(TYPE, word(Demisto.INCIDENT_TYPE, "Unclassified"));
    incident.put("name", word(Demisto.INCIDENT_NAME, alert.ruleName()));
    incident.put("owner", word(Demisto.OWNER, "StreamAlert"));
    incident.put("playbook", word(Demisto.PLAYBOOK, "Unknown"));
    incident.put("severity", severity());
    incident.put("labels", labels());
    incident.put("customFields", Map.of());
    incident.put(
        "details",
        Texts.elide(
            publication.get(Demisto.DETAILS).orElseGet(alert::ruleDescription), LIMIT_DETAILS));
    incident.put("createInvestigation", true);
    return incident;
  }

  private String word(PublicationKey<String> key, String fallback) {
    return Texts.elide(publication.get(key).orElse(fallback), LIMIT_WORD);
  }

  private FieldValue severity() {
    String name = publication.get(Demisto.SEVERITY).orElse("").toLowerCase(Locale.ROOT);
    double severity = SEVERITIES.getOrDefault(name, 0.0);
    return severity % 1 == 0 ? FieldValue.of((long) severity) : FieldValue.of(severity);
  }

  /** One for each value and one that tells the alert, in the order of their names. */
  private FieldValue labels() {
    List<FieldValue> labels = new ArrayList<>();
    addFields("", publication.get(Demisto.LABEL_DATA).orElseGet(publication::toFields), labels);
    labels.sort(BY_TYPE);
    FieldValue most = FieldValue.list(labels.subList(0, Math.min(labels.size(), LIMIT_LABELS)));
    List<FieldValue> all = new ArrayList<>(Fitted.into(LIMIT_LABEL_BYTES, most).elements());
    all.removeIf(label -> !label.at(TYPE).exists());
    all.add(label("alert_id", alert.id().toString()));
    all.sort(BY_TYPE);
    return FieldValue.list(all);
  }

  private static void addFields(
      String path, Map<String, FieldValue> fields, List<FieldValue> labels) {
    String start = path.isEmpty() ? "" : path + ".";
    fields.forEach((key, value) -> add(start + key, value, labels));
  }

  private static void add(String path, FieldValue value, List<FieldValue> labels) {
    switch (value.kind()) {
      case MAP -> addFields(path, value.fields(), labels);
      case LIST -> {
        List<FieldValue> elements = value.elements();
        for (int index = 0; index < elements.size(); index++) {
          add(path + "[" + index + "]", elements.get(index), labels);
        }
      }
      default -> labels.add(label(path, Texts.wellFormed(value.asText())));
    }
  }

  private static FieldValue label(String type, String value) {
    return FieldValue.of(Map.of(TYPE, Texts.wellFormed(type), VALUE, value));
  }
}
