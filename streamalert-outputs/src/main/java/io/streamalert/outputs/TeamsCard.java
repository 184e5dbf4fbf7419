package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.publish.PublicationKey;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a card says, whatever its form. All together fits into a message of 28 KB. */
final class TeamsCard {

  /** A part of a card; its facts are values by name, all texts. */
  record Section(String title, String text, Map<String, String> facts) {}

  /** A button that opens a page. */
  record Button(String text, String url) {}

  static final int LIMIT_BUTTONS = 4;
  static final int LIMIT_FACTS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(TeamsCard.class);
  private static final int TITLE_BYTES = 600;
  private static final int TEXT_BYTES = 3_000;
  private static final int RECORD_BYTES = 8_000;
  private static final int SECTIONS_BYTES = 3_000;
  private static final int BUTTONS_BYTES = 2_000;
  private static final String TEXT = "text";
  private static final String NAME = "name";
  private static final String TITLE = "title";
  private static final String RED = "E81123";

  private final Alert alert;
  private final Publication publication;

  TeamsCard(DeliveryRequest request) {
    alert = request.alert();
    publication = request.publication();
  }

  String title() {
    String standard = "StreamAlert Rule Triggered: " + alert.ruleName();
    return fitted(text(Teams.TITLE).orElse(standard), TITLE_BYTES);
  }

  String text() {
    return fitted(text(Teams.DESCRIPTION).orElse(alert.ruleDescription()), TEXT_BYTES);
  }

  String colour() {
    return text(Teams.CARD_COLOR)
        .filter(colour -> colour.matches("#?[0-9A-Fa-f]{6}"))
        .map(colour -> colour.replace("#", ""))
        .orElse(RED);
  }

  private Optional<String> text(PublicationKey<String> key) {
    return publication.get(key).filter(given -> !given.isBlank());
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    Map<String, String> info = new LinkedHashMap<>();
    info.put("rule_name", fitted(alert.ruleName(), TITLE_BYTES));
    info.put("alert_id", alert.id().toString());
    sections.add(new Section("Alert Info", "", info));
    FieldValue record = publication.get("record");
    if (publication.get(Teams.WITH_RECORD).orElse(true) && record.exists()) {
      sections.add(new Section("StreamAlert Alert Record", "", recordFacts(record)));
    }
    sections.addAll(additional());
    return sections;
  }

  private static Map<String, String> recordFacts(FieldValue record) {
    Map<String, FieldValue> texts = new LinkedHashMap<>();
    record.fields().entrySet().stream()
        .limit(LIMIT_FACTS)
        .forEach(
            field -> texts.put(field.getKey(), FieldValue.of(field.getValue().asText())));
    return facts(Fitted.into(RECORD_BYTES, FieldValue.map(texts)));
  }

  private static Map<String, String> facts(FieldValue map) {
    Map<String, String> facts = new LinkedHashMap<>();
    map.fields().forEach((name, value) -> facts.put(name, value.asText()));
    return facts;
  }

  private List<Section> additional() {
    FieldValue given = publication.get(Teams.ADDITIONAL_CARD_SECTIONS).orElse(FieldValue.missing());
    List<FieldValue> all = given.kind() == Kind.LIST ? given.elements() : List.of(given);
    FieldValue sections = Fitted.into(
        SECTIONS_BYTES, FieldValue.list(all.stream().filter(FieldValue::exists).toList()));
    List<Section> made = new ArrayList<>();
    for (FieldValue section : sections.elements()) {
      if (section.kind() == Kind.MAP) {
        made.add(section(section));
      } else {
        LOG.warn("A further section of the card for Teams of alert {} is no map", alert.id());
      }
    }
    return made;
  }

  private static Section section(FieldValue section) {
    Map<String, String> facts = new LinkedHashMap<>();
    section
        .at("facts")
        .elements()
        .forEach(fact -> facts.put(fact.at(NAME).asText(), fact.at("value").asText()));
    String title = section.at(TITLE).textOr(section.at("activityTitle").asText());
    return new Section(title, section.at(TEXT).asText(), facts);
  }

  List<Button> buttons() {
    List<FieldValue> given = publication.get(Teams.BUTTONS).orElse(List.of());
    FieldValue few = Fitted.into(
        BUTTONS_BYTES, FieldValue.list(given.stream().limit(LIMIT_BUTTONS).toList()));
    return few.elements().stream()
        .map(TeamsCard::button)
        .filter(button -> !button.url().isEmpty() && !button.text().isEmpty())
        .toList();
  }

  private static Button button(FieldValue button) {
    List<FieldValue> pair = button.elements();
    return pair.size() == 2
        ? new Button(pair.get(0).asText(), pair.get(1).asText())
        : new Button(button.at(TEXT).asText(), button.at("url").asText());
  }

  private static String fitted(String text, int bytes) {
    return Fitted.into(bytes, FieldValue.of(Texts.elide(text, bytes))).asText();
  }
}
