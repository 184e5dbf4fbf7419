package io.streamalert.outputs;

import io.streamalert.outputs.TeamsCard.Button;
import io.streamalert.outputs.TeamsCard.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of cards that connectors of Office 365 take. */
final class ConnectorCard {

  private static final String TYPE = "@type";
  private static final String TITLE = "title";
  private static final String TEXT = "text";
  private static final String NAME = "name";

  private ConnectorCard() {}

  static Map<String, Object> of(TeamsCard card) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put(TYPE, "MessageCard");
    message.put("@context", "https://schema.org/extensions");
    message.put("summary", card.title());
    message.put(TITLE, card.title());
    message.put(TEXT, card.text());
    message.put("themeColor", card.colour());
    message.put("sections", card.sections().stream().map(ConnectorCard::section).toList());
    message.put(
        "potentialAction", card.buttons().stream().map(ConnectorCard::action).toList());
    return message;
  }

  /** Without markup: what stands in records is written by whoever attacks. */
  private static Map<String, Object> section(Section section) {
    List<Map<String, String>> facts = new ArrayList<>();
    section.facts().forEach((name, value) -> facts.add(Map.of(NAME, name, "value", value)));
    Map<String, Object> made = new LinkedHashMap<>();
    made.put(TITLE, section.title());
    made.put(TEXT, section.text());
    made.put("markdown", false);
    made.put("facts", facts);
    return made;
  }

  private static Map<String, Object> action(Button button) {
    return Map.of(
        TYPE,
        "OpenUri",
        NAME,
        button.text(),
        "targets",
        List.of(Map.of("os", "default", "uri", button.url())));
  }
}
