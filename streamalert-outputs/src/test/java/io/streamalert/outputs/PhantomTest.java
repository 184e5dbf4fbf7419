package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Rejected;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhantomTest extends HttpOutputContract {

  private static final WireFields CONTAINER = WireFields.of("phantom-container");
  private static final WireFields ARTIFACT = WireFields.of("phantom-artifact");
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Alert ALERT = Alert.builder(
          "a_rule", LogRecord.of("acme:login", "{\"user\":\"ann\"}"), Instant.EPOCH)
      .description("Somebody logged in.")
      .build();

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Phantom.to(
        id("phantom"), Secret.literal(service.toString()), credentials.of(SECRET), http);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    if (request.method().equals("GET")) {
      return Fault.answer(200, Map.of(), "{\"count\":0,\"num_pages\":0,\"data\":[]}");
    }
    return Fault.answer(
        200, Map.of(), "{\"success\":true,\"id\":" + (tells(request) ? 12 : 7) + "}");
  }

  @Override
  protected boolean tells(Received request) {
    return request.path().equals("/rest/artifact");
  }

  @Test
  void theFirstAlertOfARuleMakesItsContainer() {
    FieldValue artifact = sent(ALERT, standard(ALERT).with("@slack.text", FieldValue.of("hello")));
    List<Received> received = service().received();

    assertThat(received).extracting(Received::method).containsExactly("GET", "POST", "POST");
    assertThat(received.get(0).path()).isEqualTo("/rest/container");
    assertThat(received.get(0).query()).isEqualTo("_filter_name=%22a_rule%22&page_size=1");
    assertThat(received.get(1).path()).isEqualTo("/rest/container");
    assertThat(FieldValue.parse(received.get(1).body()))
        .isEqualTo(FieldValue.of(Map.of("name", "a_rule", "description", "Somebody logged in.")));
    assertThat(artifact)
        .isEqualTo(FieldValue.of(Map.of(
            "cef",
            Map.of("user", "ann"),
            "container_id",
            7,
            "data",
            FieldValue.of(ALERT.toFields()).with("@slack.text", FieldValue.of("hello")),
            "name",
            "Phantom Artifact",
            "label",
            "Alert",
            "source_data_identifier",
            ALERT.id().toString())));
    CONTAINER.check(received.get(1).body());
    ARTIFACT.check(received.get(2).body());
    assertThat(received)
        .allSatisfy(
            request -> assertThat(request.headers()).containsEntry("ph-auth-token", SECRET));
  }

  @Test
  void laterAlertsJoinIt() {
    service()
        .script(request -> request.method().equals("GET")
            ? Fault.answer(200, Map.of(), "{\"count\":1,\"data\":[{\"id\":3,\"name\":\"a_rule\"}]}")
            : wellAnswer(request));

    assertThat(attempt(healthy(), LONG)).isEqualTo(Delivery.delivered("12"));
    assertThat(service().received()).hasSize(2);
    assertThat(FieldValue.parse(received().get(0)).at("container_id").asText()).isEqualTo("3");
  }

  @Test
  void anArtifactThatIsThereAlreadyIsNotAddedAgain() {
    service()
        .script(request -> tells(request)
            ? Fault.answer(
                400, Map.of(), "{\"failed\":true,\"existing_artifact_id\":5,\"message\":\"x\"}")
            : wellAnswer(request));

    assertThat(attempt(healthy(), LONG)).isEqualTo(Delivery.delivered("5"));
  }

  @Test
  void aFailureThatIsToldInTheBodyIsARefusal() {
    service()
        .script(request -> tells(request)
            ? Fault.answer(200, Map.of(), "{\"failed\":true,\"message\":\"no such container\"}")
            : wellAnswer(request));

    assertThat(attempt(healthy(), LONG))
        .isInstanceOf(Rejected.class)
        .asString()
        .doesNotContain("such");
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "phantom",
        "ph_auth_token masked credential, url masked credential",
        Map.of("ph_auth_token", "abc", "url", "https://phantom.test"));
  }
}
