package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KomandTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("komand");
  private static final Alert ALERT = Requests.alert("A title");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Komand.to(
        id("komand"),
        credentials.of(service + "/triggers/" + SECRET),
        credentials.of(SECRET),
        http);
  }

  @Test
  void theMessageIsThePublication() {
    FieldValue message = sent(ALERT, standard(ALERT).with("@slack.text", FieldValue.of("hello")));
    Received received = service().received().get(0);

    FIELDS.check(received.body());
    assertThat(message)
        .isEqualTo(FieldValue.of(Map.of(
            "data", FieldValue.of(ALERT.toFields()).with("@slack.text", FieldValue.of("hello")))));
    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.path()).isEqualTo("/triggers/" + SECRET);
    assertThat(received.headers()).containsEntry("authorization", SECRET);
  }

  @Test
  void aPublicationThatIsTooLargeLosesItsMiddle() {
    FieldValue message = sent(ALERT, Publication.of(Map.of("a", "x".repeat(2_000_000))));

    assertThat(message.at("data", "a").asText()).hasSizeLessThan(20_001).contains("x ... x");
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "komand",
        "komand_auth_token masked credential, url masked credential",
        Map.of("komand_auth_token", "abc", "url", "https://komand.test/v2/triggers/x"));
  }
}
