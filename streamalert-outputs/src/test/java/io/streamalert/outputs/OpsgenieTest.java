package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpsgenieTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("opsgenie");
  private static final Alert ALERT = Alert.builder(
          "a_rule", LogRecord.of("acme:login", "{\"user\":\"ann\"}"), Instant.EPOCH)
      .title("Ann logged in")
      .description("Somebody logged in.")
      .severity(Severity.HIGH)
      .attack(List.of("T1078.004"))
      .build();

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Opsgenie.to(id("opsgenie"), credentials.of(SECRET), http, service);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return Fault.answer(202, Map.of(), "{\"result\":\"Request will be processed\"}");
  }

  private FieldValue sent(Publication publication) {
    FieldValue alert = sent(ALERT, publication);
    FIELDS.check(received().get(received().size() - 1));
    assertThat(alert.at("details").toJson()).hasSizeLessThanOrEqualTo(8_000);
    return alert;
  }

  @Test
  void theStandardAlert() {
    assertThat(sent(standard(ALERT)))
        .isEqualTo(FieldValue.of(Map.of(
            "message",
            "Ann logged in",
            "alias",
            "team:" + ALERT.id(),
            "description",
            "Somebody logged in.\n\n{\n  \"user\": \"ann\"\n}",
            "priority",
            "P2",
            "tags",
            List.of("T1078.004"),
            "details",
            Map.of(
                "rule", "a_rule",
                "alert_id", ALERT.id().toString(),
                "severity", "high",
                "log", "acme:login"),
            "entity",
            "a_rule",
            "source",
            "StreamAlert")));
  }

  @Test
  void theKeyGoesWithTheRequest() {
    assertThat(healthy().dispatch(Requests.of(ALERT, Duration.ofSeconds(10))))
        .isEqualTo(Delivery.delivered("team:" + ALERT.id()));

    Received request = service().received().get(0);
    assertThat(request.method() + " " + request.path()).isEqualTo("POST /v2/alerts");
    assertThat(request.headers())
        .containsEntry("authorization", "GenieKey " + SECRET)
        .containsEntry("content-type", "application/json; charset=utf-8");
  }

  @Test
  void severityIsThePriority() {
    List<String> priorities = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      Alert alert = Alert.builder("a_rule", LogRecord.of("acme:login", "{}"), Instant.EPOCH)
          .severity(severity)
          .build();
      priorities.add(sent(alert, standard(alert)).at("priority").asText());
    }

    assertThat(priorities).containsExactly("P5", "P4", "P3", "P2", "P1");
  }

  @Test
  void publishersSayWhatIsInIt() {
    FieldValue alert = sent(Publication.empty()
        .with(Opsgenie.MESSAGE, "m".repeat(200))
        .with(Opsgenie.DESCRIPTION, "d".repeat(20_000))
        .with(Opsgenie.PRIORITY, "P4")
        .with(Opsgenie.TAGS, List.of(FieldValue.of("a"), FieldValue.of("t".repeat(60))))
        .with(Opsgenie.DETAILS, Map.of("n", FieldValue.of(1), "l", FieldValue.of(List.of("x")))));

    assertThat(alert.at("message").asText()).hasSize(129).contains("m ... m");
    assertThat(alert.at("description").asText()).hasSize(14_999).contains("d ... d");
    assertThat(alert.at("priority").asText()).isEqualTo("P4");
    assertThat(alert.at("tags")).isEqualTo(FieldValue.of(List.of("a", "t".repeat(50))));
    assertThat(alert.at("details")).isEqualTo(FieldValue.of(Map.of("n", "1", "l", "['x']")));
  }

  @Test
  void whatOpsgenieDoesNotTakeIsLeftOut() {
    List<FieldValue> tags = new ArrayList<>(Collections.nCopies(3, FieldValue.of("same")));
    for (int tag = 0; tag < 30; tag++) {
      tags.add(FieldValue.of("tag " + tag));
    }
    FieldValue alert = sent(Publication.empty()
        .with(Opsgenie.MESSAGE, " \n")
        .with(Opsgenie.PRIORITY, "P6")
        .with(Opsgenie.TAGS, tags)
        .with(Opsgenie.DETAILS, Map.of("long", FieldValue.of("x".repeat(20_000)))));

    assertThat(alert.at("message").asText()).isEqualTo("a_rule");
    assertThat(alert.at("priority").asText()).isEqualTo("P2");
    assertThat(alert.at("tags").elements()).hasSize(20).doesNotHaveDuplicates();
    assertThat(alert.at("details", "long").asText()).contains("x ... x");
  }

  @Test
  void theRegionTellsTheHost() {
    assertThat(Opsgenie.api("eu")).hasHost("api.eu.opsgenie.com");
    assertThat(Opsgenie.api("us")).hasHost("api.opsgenie.com");
    assertThat(Opsgenie.api("")).hasHost("api.opsgenie.com");
    assertThat(Opsgenie.toEurope(
                id("opsgenie"), Secret.literal(SECRET), Http.builder().build())
            .id())
        .isEqualTo(id("opsgenie"));
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "opsgenie", "api_key masked credential, region optional", Map.of("api_key", "abc"));
    assertThat(new Opsgenie().properties().get(1).check("eu")).isEmpty();
    assertThat(new Opsgenie().properties().get(1).check("asia")).isPresent();
  }
}
