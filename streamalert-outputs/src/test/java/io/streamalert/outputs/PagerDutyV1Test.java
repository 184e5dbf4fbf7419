package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagerDutyV1Test extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("pagerduty");
  private static final Alert ALERT = Requests.alert("A title");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return PagerDutyV1.to(
        id("pagerduty"), credentials.of(SECRET), http, URI.create(service + "/create_event.json"));
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
            "service_key",
            SECRET,
            "event_type",
            "trigger",
            "incident_key",
            "team:" + ALERT.id(),
            "description",
            "StreamAlert Rule Triggered - a_rule",
            "details",
            Map.of("description", "", "record", Map.of("user", "ann")),
            "client",
            "streamalert",
            "client_url",
            "",
            "contexts",
            List.of())));
  }

  @Test
  void publishersSayWhatIsInIt() {
    FieldValue link = FieldValue.of(Map.of("type", "link", "href", "https://a.test", "text", "a"));
    FieldValue image = FieldValue.of(Map.of("type", "image", "src", "https://a.test/i.png"));
    FieldValue event = sent(Publication.empty()
        .with(PagerDutyV1.DESCRIPTION, "d".repeat(2_000))
        .with(PagerDutyV1.DETAILS, Map.of("a", FieldValue.of(1)))
        .with(PagerDutyV1.CLIENT_URL, "https://a.test/c")
        .with(
            PagerDutyV1.CONTEXTS,
            List.of(
                link,
                image,
                FieldValue.of(Map.of("type", "link", "href", "https://a.test")),
                FieldValue.of(Map.of("type", "image")),
                FieldValue.of("none"))));

    assertThat(event.at("description").asText()).hasSize(1_023).contains(" ... ");
    assertThat(event.at("details")).isEqualTo(FieldValue.of(Map.of("a", 1)));
    assertThat(event.at("client_url").asText()).isEqualTo("https://a.test/c");
    assertThat(event.at("contexts").elements()).containsExactly(link, image);
    assertThat(sent(Publication.of(Map.of("@pagerduty.contexts", "none")))
            .at("contexts")
            .elements())
        .isEmpty();
  }

  @Test
  void theProviderIsFound() {
    Providers.check("pagerduty", "service_key masked credential", Map.of("service_key", "abc"));
  }
}
