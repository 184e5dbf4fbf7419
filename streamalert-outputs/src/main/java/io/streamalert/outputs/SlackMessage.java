package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The message that Slack is sent for an alert. */
final class SlackMessage {

  static final int LIMIT_TEXT = 40_000;
  static final int LIMIT_ATTACHMENTS = 20;
  static final int LIMIT_ATTACHMENT_TEXT = 4_000;

  private static final Logger LOG = LoggerFactory.getLogger(SlackMessage.class);
  private static final String RED = "#b22222";
  private static final String GREEN = "#36a64f";
  private static final List<String> MARKED_UP = List.of("text", "pretext");
  private static final List<String> EMPTY_BY_DEFAULT = List.of(
      "pretext",
      "author_name",
      "author_link",
      "author_icon",
      "title",
      "title_link",
      "text",
      "image_url",
      "thumb_url",
      "footer",
      "footer_icon",
      "ts");

  private final Alert alert;
  private final Publication publication;
  private final String text;

  private SlackMessage(DeliveryRequest request) {
    alert = request.alert();
    publication = request.publication();
    text = Texts.elide(
        publication
            .get(Slack.TEXT)
            .filter(given -> !given.isBlank())
            .orElse("*StreamAlert Rule Triggered: " + alert.ruleName() + "*"),
        LIMIT_TEXT);
  }

  static Map<String, Object> of(DeliveryRequest request) {
    return new SlackMessage(request).fields();
  }

  private Map<String, Object> fields() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("text", text);
    message.put("mrkdwn", true);
    Optional<List<FieldValue>> blocks =
        publication.get(Slack.BLOCKS).filter(given -> !given.isEmpty());
    blocks.ifPresent(given -> message.put("blocks", SlackBlocks.of(given)));
    List<Map<String, Object>> attachments = publication
        .get(Slack.ATTACHMENTS)
        .map(this::given)
        .orElseGet(() -> blocks.isPresent() ? List.of() : ofRecord());
    message.put("attachments", limited(attachments));
    return message;
  }

  private List<Map<String, Object>> given(List<FieldValue> attachments) {
    return attachments.stream()
        .filter(attachment -> attachment.kind() == Kind.MAP)
        .map(this::given)
        .toList();
  }

  /** An attachment laid over a skeleton. */
  private Map<String, Object> given(FieldValue attachment) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("fallback", text);
    fields.put("color", GREEN);
    EMPTY_BY_DEFAULT.forEach(name -> fields.put(name, ""));
    fields.put("fields", List.of());
    fields.put("mrkdwn_in", MARKED_UP);
    fields.putAll(attachment.fields());
    attachment
        .at("text")
        .asString()
        .ifPresent(given -> fields.put("text", Texts.elide(given, LIMIT_ATTACHMENT_TEXT)));
    return fields;
  }

  /** The record of the publication, or else its payload, in as many attachments as it takes. */
  private List<Map<String, Object>> ofRecord() {
    String description = publication.get("rule_description").asText();
    List<String> parts = parts(ShownRecord.of(publication));
    if (description.isEmpty() && parts.equals(List.of(""))) {
      return List.of();
    }
    List<Map<String, Object>> attachments = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      attachments.add(Map.of(
          "fallback",
          text,
          "color",
          RED,
          "pretext",
          index == 0 ? Texts.elide(description, LIMIT_ATTACHMENT_TEXT) : "",
          "title",
          title(index + 1, parts.size()),
          "text",
          parts.get(index),
          "mrkdwn_in",
          MARKED_UP));
    }
    return attachments;
  }

  private static String title(int part, int parts) {
    return parts == 1 ? "Record:" : "Record (Part " + part + " of " + parts + "):";
  }

  private List<String> parts(FieldValue record) {
    String lines = SlackLines.of(record, (LIMIT_ATTACHMENTS + 1) * LIMIT_ATTACHMENT_TEXT);
    return limited(Texts.parts(Texts.escapeAll(lines), LIMIT_ATTACHMENT_TEXT));
  }

  private <T> List<T> limited(List<T> parts) {
    if (parts.size() <= LIMIT_ATTACHMENTS) {
      return parts;
    }
    LOG.warn(
        "The message to Slack of alert {} has more than {} attachments; the others are left out",
        alert.id(),
        LIMIT_ATTACHMENTS);
    return parts.subList(0, LIMIT_ATTACHMENTS);
  }
}
