package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VictorOpsTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("victorops");
  private static final Alert ALERT = Requests.alert("A title");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return VictorOps.to(
        id("victorops"),
        Map.of(
            "victorops_api_id", credentials.of(SECRET + "-id"),
            "victorops_api_key", credentials.of(SECRET + "-key"),
            "url", credentials.of(service + "/alert/" + SECRET + "/"),
            "routing_key", credentials.of(SECRET + "/route")),
        http);
  }

  private FieldValue sent(Publication publication) {
    FieldValue message = sent(ALERT, publication);
    FIELDS.check(received().get(received().size() - 1));
    return message;
  }

  @Test
  void theMessage() {
    assertThat(sent(standard(ALERT)))
        .isEqualTo(FieldValue.of(Map.of(
            "message_type",
            "CRITICAL",
            "entity_id",
            "streamalert/alert/team:" + ALERT.id(),
            "entity_display_name",
            "a_rule",
            "record",
            Map.of("user", "ann"))));
  }

  @Test
  void theKeysGoWithTheRequest() {
    assertThat(healthy().dispatch(Requests.of(ALERT, Duration.ofSeconds(10))))
        .isEqualTo(Delivery.delivered("team:" + ALERT.id()));

    Received request = service().received().get(0);
    assertThat(request.path()).isEqualTo("/alert/" + SECRET + "/" + SECRET + "%2Froute");
    assertThat(request.headers())
        .containsEntry("x-vo-api-id", SECRET + "-id")
        .containsEntry("x-vo-api-key", SECRET + "-key")
        .containsEntry("content-type", "application/json; charset=utf-8");
  }

  @Test
  void withoutRecordThePayloadIsShown() {
    assertThat(sent(Publication.of(Map.of("host", "web-1", "@slack.text", "Hello")))
            .at("record"))
        .isEqualTo(FieldValue.of(Map.of("host", "web-1")));
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "victorops",
        "victorops_api_id masked credential, victorops_api_key masked credential, "
            + "url masked credential, routing_key masked credential",
        Map.of(
            "victorops_api_id", "a",
            "victorops_api_key", "b",
            "url", "https://alert.victorops.com/integrations/generic/20131114/alert/x",
            "routing_key", "security"));
  }
}
