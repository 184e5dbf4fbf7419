package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplunkHecTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("splunk-hec");
  private static final Alert ALERT = Alert.builder(
          "a_rule", LogRecord.of("acme:login", "{}"), Instant.parse("2026-01-01T12:00:00.123456Z"))
      .build();

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return SplunkHec.to(
        id("splunk-hec"),
        Map.of("url", Secret.literal(service.toString()), "token", credentials.of(SECRET)),
        http);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return Fault.answer(200, Map.of(), "{\"text\":\"Success\",\"code\":0}");
  }

  private OutputDispatcher output(Map<String, String> words) {
    return SplunkHec.to(
        id("splunk-hec"),
        Map.of(
            "url", Secret.literal(service().url() + "/"),
            "token", Secret.literal(SECRET),
            "index", Secret.literal(words.getOrDefault("index", "")),
            "source", Secret.literal(words.getOrDefault("source", "")),
            "sourcetype", Secret.literal(words.getOrDefault("sourcetype", ""))),
        Http.builder().build());
  }

  @Test
  void theStandardEvent() {
    FieldValue event = sent(ALERT, Publication.of(Map.of("part", "one", "@slack.text", "no")));
    Received received = service().received().get(0);

    FIELDS.check(received.body());
    assertThat(event.toJson())
        .isEqualTo("{\"time\":1767268800.123,\"source\":\"streamalert\",\"sourcetype\":"
            + "\"streamalert:alert\",\"event\":{\"part\":\"one\"},\"fields\":{\"alert_id\":\""
            + ALERT.id() + "\"}}");
    assertThat(received.path()).isEqualTo("/services/collector/event");
    assertThat(received.headers()).containsEntry("authorization", "Splunk " + SECRET);
  }

  @Test
  void propertiesSayWhereItBelongs() {
    attempt(
        output(Map.of("index", "security", "source", "prod", "sourcetype", "_json")),
        Duration.ofSeconds(10));
    attempt(output(Map.of()), Duration.ofSeconds(10));
    FieldValue first = FieldValue.parse(service().received().get(0).body());
    FieldValue second = FieldValue.parse(service().received().get(1).body());

    assertThat(first.at("index").asText()).isEqualTo("security");
    assertThat(first.at("source").asText()).isEqualTo("prod");
    assertThat(first.at("sourcetype").asText()).isEqualTo("_json");
    assertThat(second.at("index").exists()).isFalse();
    assertThat(second.at("source").asText()).isEqualTo("streamalert");
    assertThat(service().received().get(1).path()).isEqualTo("/services/collector/event");
  }

  @Test
  void itsCodeIsTold() {
    String body = "{\"text\":\"Incorrect index\",\"code\":7,\"invalid-event-number\":1}";

    assertThat(attempt(
            at(server().always(Fault.answer(400, Map.of(), body))), Duration.ofSeconds(10)))
        .asString()
        .contains("400 (code 7)")
        .doesNotContain("index");
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "splunk-hec",
        "url credential, token masked credential, index credential optional,"
            + " source credential optional, sourcetype credential optional",
        Map.of(
            "url", "https://splunk.test:8088",
            "token", "abc",
            "index", "security",
            "source", "acme:prod",
            "sourcetype", "acme:alert"));
  }
}
