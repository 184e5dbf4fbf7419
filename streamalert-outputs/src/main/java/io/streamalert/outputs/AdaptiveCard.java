package io.streamalert.outputs;

import io.streamalert.outputs.TeamsCard.Button;
import io.streamalert.outputs.TeamsCard.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of cards that workflows take: a message with one Adaptive Card. */
final class AdaptiveCard {

  private static final String TYPE = "type";
  private static final String TITLE = "title";
  private static final String WEIGHT = "weight";
  private static final String BOLDER = "Bolder";

  private AdaptiveCard() {}

  static Map<String, Object> of(TeamsCard card) {
    return Map.of(
        TYPE,
        "message",
        "attachments",
        List.of(Map.of(
            "contentType", "application/vnd.microsoft.card.adaptive", "content", content(card))));
  }

  private static Map<String, Object> content(TeamsCard card) {
    List<Map<String, Object>> body = new ArrayList<>();
    body.add(text(card.title(), Map.of("size", "Large", WEIGHT, BOLDER, "color", "Attention")));
    addText(body, card.text());
    card.sections().forEach(section -> addSection(body, section));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
    content.put(TYPE, "AdaptiveCard");
    content.put("version", "1.4");
    content.put("msteams", Map.of("width", "Full"));
    content.put("body", body);
    content.put("actions", card.buttons().stream().map(AdaptiveCard::action).toList());
    return content;
  }

  private static void addSection(List<Map<String, Object>> body, Section section) {
    if (!section.title().isEmpty()) {
      body.add(text(section.title(), Map.of(WEIGHT, BOLDER)));
    }
    addText(body, section.text());
    List<Map<String, String>> facts = new ArrayList<>();
    section
        .facts()
        .forEach((name, value) -> facts.add(Map.of(TITLE, plain(name), "value", plain(value))));
    if (!facts.isEmpty()) {
      body.add(Map.of(TYPE, "FactSet", "facts", facts));
    }
  }

  private static void addText(List<Map<String, Object>> body, String text) {
    if (!text.isEmpty()) {
      body.add(text(text, Map.of()));
    }
  }

  private static Map<String, Object> text(String text, Map<String, String> style) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put(TYPE, "TextBlock");
    block.put("text", text);
    block.put("wrap", true);
    block.putAll(style);
    return block;
  }

  /** Without links: what stands in records is written by whoever attacks. */
  private static String plain(String text) {
    return text.replace("](", "] (");
  }

  private static Map<String, Object> action(Button button) {
    return Map.of(TYPE, "Action.OpenUrl", TITLE, button.text(), "url", button.url());
  }
}
