package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerDutyV2Test extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("pagerduty-v2");
  private static final Alert ALERT = Requests.alert("A title");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return PagerDutyV2.to(
        id("pagerduty-v2"), credentials.of(SECRET), http, URI.create(service + "/v2/enqueue"));
  }

  @Override
  protected Fault wellAnswer(WireServer.Received request) {
    return Fault.answer(202, Map.of(), "{\"status\":\"success\"}");
  }

  private FieldValue sent(Publication publication) {
    FieldValue event = sent(ALERT, publication);
    FIELDS.check(received().get(received().size() - 1));
    return event;
  }

  @Test
  void theStandardEvent() {
    assertThat(sent(standard(ALERT)))
        .isEqualTo(FieldValue.of(Map.of(
            "routing_key",
            SECRET,
            "event_action",
            "trigger",
            "dedup_key",
            "team:" + ALERT.id(),
            "payload",
            Map.of(
                "summary", "StreamAlert Rule Triggered - a_rule",
                "source", "acme:login",
                "severity", "critical",
                "custom_details", Map.of("description", "", "record", Map.of("user", "ann"))),
            "client",
            "StreamAlert",
            "client_url",
            "",
            "images",
            List.of(),
            "links",
            List.of())));
  }

  @Test
  void publishersSayWhatIsInIt() {
    FieldValue event = sent(Publication.empty()
        .with(PagerDutyV2.SUMMARY, "What")
        .with(PagerDutyV2.SEVERITY, "info")
        .with(PagerDutyV2.CUSTOM_DETAILS, Map.of("a", FieldValue.of(1)))
        .with(PagerDutyV2.COMPONENT, "one")
        .with(PagerDutyV2.GROUP, "two")
        .with(PagerDutyV2.CLASS, "three")
        .with(PagerDutyV2.CLIENT_URL, "https://a.test/c")
        .with(
            PagerDutyV2.IMAGES,
            List.of(
                FieldValue.of(Map.of("src", "https://a.test/i")),
                FieldValue.of(Map.of("alt", "x"))))
        .with(
            PagerDutyV2.LINKS,
            List.of(
                FieldValue.of(Map.of("href", "https://a.test/l")),
                FieldValue.of(Map.of("text", "x")))));

    assertThat(event.at("payload"))
        .isEqualTo(FieldValue.of(Map.of(
            "summary", "What",
            "source", "acme:login",
            "severity", "info",
            "custom_details", Map.of("a", 1),
            "component", "one",
            "group", "two",
            "class", "three")));
    assertThat(event.at("client_url").asText()).isEqualTo("https://a.test/c");
    assertThat(event.at("images"))
        .isEqualTo(
            FieldValue.of(List.of(Map.of("src", "https://a.test/i", "href", "", "alt", ""))));
    assertThat(event.at("links"))
        .isEqualTo(
            FieldValue.of(List.of(Map.of("href", "https://a.test/l", "text", "https://a.test/l"))));
  }

  @Test
  void aSeverityThatPagerDutyDoesNotKnowIsNotSent() {
    FieldValue event = sent(Publication.empty().with(PagerDutyV2.SEVERITY, "dreadful"));

    assertThat(event.at("payload", "severity").asText()).isEqualTo("critical");
  }

  @Test
  void detailsThatAreTooLargeLoseTheirMiddle() {
    FieldValue event = sent(Publication.of(Map.of("record", Map.of("a", "x".repeat(600_000)))));

    assertThat(event.at("payload", "custom_details", "record", "a").asText())
        .hasSizeBetween(1_000, 20_000)
        .contains("x ... x");
  }

  @Test
  void theKeyHasItsLimit() {
    String key = DedupKey.of(OutputId.of("pagerduty-v2", "d".repeat(500)), ALERT);

    assertThat(key).hasSize(255).endsWith(":" + ALERT.id());
  }

  @Test
  void theProviderIsFound() {
    Providers.check("pagerduty-v2", "routing_key masked credential", Map.of("routing_key", "abc"));
  }
}
