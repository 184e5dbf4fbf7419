package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TeamsTest extends HttpOutputContract {

  private static final WireFields CONNECTOR = WireFields.of("teams-connector");
  private static final WireFields ADAPTIVE = WireFields.of("teams-adaptive");
  private static final Alert ALERT = Alert.builder(
          "a_rule",
          LogRecord.of("acme:login", "{\"user\":\"[ann](http://evil.test)\",\"n\":[1,null]}"),
          Instant.EPOCH)
      .description("Somebody logged in.")
      .build();

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Teams.to(id("teams"), credentials.of(service + "/workflows/" + SECRET), http);
  }

  @Override
  protected Fault wellAnswer(WireServer.Received request) {
    return Fault.answer(202, Map.of(), "");
  }

  private FieldValue adaptive(Publication publication) {
    FieldValue message = sent(ALERT, publication);
    ADAPTIVE.check(received().get(received().size() - 1));
    return message.at("attachments").elements().get(0).at("content");
  }

  private static FieldValue connector(Publication publication) {
    DeliveryRequest request = AnyAlerts.request(ALERT, publication);
    String body = WireJson.of(ConnectorCard.of(new TeamsCard(request)));
    CONNECTOR.check(body);
    return FieldValue.parse(body);
  }

  private static Map<String, Object> fact(String key, String name, String value) {
    return Map.of(key, name, "value", value);
  }

  @Test
  void theStandardConnectorCard() {
    assertThat(connector(standard(ALERT)))
        .isEqualTo(FieldValue.of(Map.of(
            "@type", "MessageCard",
            "@context", "https://schema.org/extensions",
            "summary", "StreamAlert Rule Triggered: a_rule",
            "title", "StreamAlert Rule Triggered: a_rule",
            "text", "Somebody logged in.",
            "themeColor", "E81123",
            "sections",
                List.of(
                    Map.of(
                        "title",
                        "Alert Info",
                        "text",
                        "",
                        "markdown",
                        false,
                        "facts",
                        List.of(
                            fact("name", "rule_name", "a_rule"),
                            fact("name", "alert_id", ALERT.id().toString()))),
                    Map.of(
                        "title",
                        "StreamAlert Alert Record",
                        "text",
                        "",
                        "markdown",
                        false,
                        "facts",
                        List.of(
                            fact("name", "user", "[ann](http://evil.test)"),
                            fact("name", "n", "[1, None]")))),
            "potentialAction", List.of())));
  }

  @Test
  void theStandardAdaptiveCard() {
    FieldValue card = adaptive(standard(ALERT));

    assertThat(card.at("body"))
        .isEqualTo(FieldValue.of(List.of(
            Map.of(
                "type",
                "TextBlock",
                "text",
                "StreamAlert Rule Triggered: a_rule",
                "wrap",
                true,
                "size",
                "Large",
                "weight",
                "Bolder",
                "color",
                "Attention"),
            Map.of("type", "TextBlock", "text", "Somebody logged in.", "wrap", true),
            Map.of("type", "TextBlock", "text", "Alert Info", "wrap", true, "weight", "Bolder"),
            Map.of(
                "type",
                "FactSet",
                "facts",
                List.of(
                    fact("title", "rule_name", "a_rule"),
                    fact("title", "alert_id", ALERT.id().toString()))),
            Map.of(
                "type",
                "TextBlock",
                "text",
                "StreamAlert Alert Record",
                "wrap",
                true,
                "weight",
                "Bolder"),
            Map.of(
                "type",
                "FactSet",
                "facts",
                List.of(
                    fact("title", "user", "[ann] (http://evil.test)"),
                    fact("title", "n", "[1, None]"))))));
  }

  @Test
  void publishersSayWhatIsOnTheCard() {
    Publication publication = standard(ALERT)
        .with(Teams.TITLE, "A title")
        .with(Teams.DESCRIPTION, "A text")
        .with(Teams.CARD_COLOR, "#00ff00")
        .with(Teams.WITH_RECORD, false)
        .with(
            Teams.ADDITIONAL_CARD_SECTIONS,
            FieldValue.of(List.of(
                Map.of("title", "More", "text", "of it", "facts", List.of(fact("name", "a", "b"))),
                "no map")))
        .with(
            Teams.BUTTONS,
            List.of(
                FieldValue.of(List.of("Open", "https://a.test")),
                FieldValue.of(Map.of("text", "Close", "url", "https://b.test")),
                FieldValue.of("none")));
    FieldValue card = connector(publication);

    assertThat(card.at("title").asText()).isEqualTo("A title");
    assertThat(card.at("text").asText()).isEqualTo("A text");
    assertThat(card.at("themeColor").asText()).isEqualTo("00ff00");
    assertThat(card.at("sections").elements().stream()
            .map(section -> section.at("title").asText()))
        .containsExactly("Alert Info", "More");
    assertThat(card.at("sections").elements().get(1).at("facts"))
        .isEqualTo(FieldValue.of(List.of(fact("name", "a", "b"))));
    assertThat(card.at("potentialAction"))
        .isEqualTo(FieldValue.of(List.of(
            Map.of(
                "@type",
                "OpenUri",
                "name",
                "Open",
                "targets",
                List.of(Map.of("os", "default", "uri", "https://a.test"))),
            Map.of(
                "@type",
                "OpenUri",
                "name",
                "Close",
                "targets",
                List.of(Map.of("os", "default", "uri", "https://b.test"))))));
    assertThat(adaptive(publication).at("actions").elements())
        .hasSize(2)
        .first()
        .isEqualTo(FieldValue.of(
            Map.of("type", "Action.OpenUrl", "title", "Open", "url", "https://a.test")));
  }

  @Test
  void oneFurtherSectionNeedsNoList() {
    assertThat(connector(Publication.empty()
                .with(
                    Teams.ADDITIONAL_CARD_SECTIONS, FieldValue.of(Map.of("activityTitle", "One"))))
            .at("sections")
            .elements())
        .last()
        .satisfies(section -> assertThat(section.at("title").asText()).isEqualTo("One"));
  }

  @Test
  void theHostTellsTheForm() {
    assertThat(Stream.of("acme.webhook.office.com", "outlook.office.com"))
        .allMatch(TeamsWebhook::isConnector);
    assertThat(Stream.of("prod-1.westus.logic.azure.com", "localhost"))
        .noneMatch(TeamsWebhook::isConnector);
  }

  @Test
  void aConnectorTellsInWordsThatItFailed() {
    String words = "Webhook message delivery failed with error: Microsoft Teams endpoint returned"
        + " HTTP error 429 with ContextId x";

    assertThat(attempt(
            at(server().always(Fault.answer(200, Map.of(), words))), Duration.ofSeconds(10)))
        .isInstanceOf(Delivery.RetryAfter.class);
    assertThat(attempt(
            at(server().always(Fault.answer(200, Map.of(), words.replace("429", "413")))),
            Duration.ofSeconds(10)))
        .isInstanceOf(Delivery.Rejected.class);
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "teams", "url masked credential", Map.of("url", "https://acme.webhook.office.com/x"));
  }
}
