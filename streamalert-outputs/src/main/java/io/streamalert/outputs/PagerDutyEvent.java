package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.publish.PublicationKey;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What PagerDuty is told of an alert: events of both versions of its Events API. */
final class PagerDutyEvent {

  static final int LIMIT_SUMMARY = 1_024;

  /** Of the 512 KB that an event may have; the rest is for all else. */
  static final int LIMIT_DETAILS_BYTES = 400_000;

  /** For each list of images, links or contexts. */
  static final int LIMIT_LIST_BYTES = 20_000;

  private static final int LIMIT_WORD = 1_000;
  private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
  private static final String SRC = "src";
  private static final String HREF = "href";
  private static final String TEXT = "text";
  private static final String TYPE = "type";

  private final Alert alert;
  private final Publication publication;

  PagerDutyEvent(DeliveryRequest request) {
    alert = request.alert();
    publication = request.publication();
  }

  /** The event of version 1. */
  Map<String, Object> first(String serviceKey, String key) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("service_key", serviceKey);
    event.put("event_type", "trigger");
    event.put("incident_key", key);
    event.put("description", summary(PagerDutyV1.DESCRIPTION));
    event.put("details", details(PagerDutyV1.DETAILS, true));
    event.put("client", "streamalert");
    event.put("client_url", word(PagerDutyV1.CLIENT_URL).orElse(""));
    event.put("contexts", list(PagerDutyV1.CONTEXTS, PagerDutyEvent::context));
    return event;
  }

  /** The event of version 2. */
  Map<String, Object> second(String routingKey, String key, boolean withRecord) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", routingKey);
    event.put("event_action", "trigger");
    event.put("dedup_key", key);
    event.put("payload", payload(withRecord));
    event.put("client", "StreamAlert");
    event.put("client_url", word(PagerDutyV2.CLIENT_URL).orElse(""));
    event.put("images", list(PagerDutyV2.IMAGES, PagerDutyEvent::image));
    event.put("links", list(PagerDutyV2.LINKS, PagerDutyEvent::link));
    return event;
  }

  private Map<String, Object> payload(boolean withRecord) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("summary", summary(PagerDutyV2.SUMMARY));
    payload.put("source", Texts.cut(alert.record().type().name(), LIMIT_WORD));
    payload.put(
        "severity",
        publication.get(PagerDutyV2.SEVERITY).filter(SEVERITIES::contains).orElse("critical"));
    payload.put("custom_details", details(PagerDutyV2.CUSTOM_DETAILS, withRecord));
    word(PagerDutyV2.COMPONENT).ifPresent(word -> payload.put("component", word));
    word(PagerDutyV2.GROUP).ifPresent(word -> payload.put("group", word));
    word(PagerDutyV2.CLASS).ifPresent(word -> payload.put("class", word));
    return payload;
  }

  private String summary(PublicationKey<String> key) {
    String summary = publication
        .get(key)
        .filter(given -> !given.isBlank())
        .orElse("StreamAlert Rule Triggered - " + alert.ruleName());
    return Texts.elide(summary, LIMIT_SUMMARY);
  }

  private Optional<String> word(PublicationKey<String> key) {
    return publication
        .get(key)
        .filter(given -> !given.isBlank())
        .map(given -> Texts.cut(given, LIMIT_WORD));
  }

  private FieldValue details(PublicationKey<Map<String, FieldValue>> key, boolean withRecord) {
    FieldValue details = publication.get(key).map(FieldValue::map).orElseGet(() -> {
      Map<String, FieldValue> standard = new LinkedHashMap<>();
      standard.put("description", FieldValue.of(alert.ruleDescription()));
      FieldValue record = publication.get("record");
      if (withRecord && record.exists()) {
        standard.put("record", record);
      }
      return FieldValue.map(standard);
    });
    return Fitted.into(LIMIT_DETAILS_BYTES, details);
  }

  /** Turns an element into what PagerDuty takes; empty if it lacks something. */
  private interface Form extends Function<FieldValue, Optional<FieldValue>> {}

  private FieldValue list(PublicationKey<List<FieldValue>> key, Form form) {
    List<FieldValue> given = publication.get(key).orElse(List.of()).stream()
        .flatMap(element -> form.apply(element).stream())
        .toList();
    return Fitted.into(LIMIT_LIST_BYTES, FieldValue.list(given));
  }

  private static Optional<FieldValue> image(FieldValue image) {
    return image
        .at(SRC)
        .asString()
        .map(src -> FieldValue.of(Map.of(
            SRC, src, HREF, image.at(HREF).asText(), "alt", image.at("alt").asText())));
  }

  private static Optional<FieldValue> link(FieldValue link) {
    return link.at(HREF)
        .asString()
        .map(href -> FieldValue.of(Map.of(HREF, href, TEXT, link.at(TEXT).textOr(href))));
  }

  private static Optional<FieldValue> context(FieldValue context) {
    String type = context.at(TYPE).asText();
    boolean complete = type.equals("link")
        ? context.at(HREF).asString().isPresent() && context.at(TEXT).asString().isPresent()
        : type.equals("image") && context.at(SRC).asString().isPresent();
    return complete ? Optional.of(context) : Optional.empty();
  }
}
