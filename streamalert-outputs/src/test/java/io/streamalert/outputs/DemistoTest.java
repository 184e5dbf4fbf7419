package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemistoTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("demisto");
  private static final Alert ALERT = Requests.alert("A title");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return Demisto.to(
        id("demisto"), Secret.literal(service.toString()), credentials.of(SECRET), http);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return Fault.answer(201, Map.of(), "{\"id\":\"7\"}");
  }

  private FieldValue sent(Publication publication) {
    FieldValue incident = sent(ALERT, publication);
    FIELDS.check(received().get(received().size() - 1));
    return incident;
  }

  private static Map<String, String> label(String type, String value) {
    return Map.of("type", type, "value", value);
  }

  @Test
  void theStandardIncident() {
    FieldValue incident = sent(Publication.of(Map.of(
        "record",
        Map.of("user", "ann", "list", List.of(1, Map.of()), "none", List.of()),
        "staged",
        true,
        "@slack.text",
        "hello")));
    Received received = service().received().get(0);

    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("type", "Unclassified");
    expected.put("name", "a_rule");
    expected.put("owner", "StreamAlert");
    expected.put("playbook", "Unknown");
    expected.put("severity", 0);
    expected.put(
        "labels",
        List.of(
            label("@slack.text", "hello"),
            label("alert_id", ALERT.id().toString()),
            label("record.list[0]", "1"),
            label("record.user", "ann"),
            label("staged", "True")));
    expected.put("customFields", Map.of());
    expected.put("details", "");
    expected.put("createInvestigation", true);
    assertThat(incident).isEqualTo(FieldValue.of(expected));
    assertThat(received.method()).isEqualTo("POST");
    assertThat(received.path()).isEqualTo("/incident");
    assertThat(received.headers()).containsEntry("authorization", SECRET);
  }

  @Test
  void publishersSayWhatIsInIt() {
    FieldValue incident = sent(standard(ALERT)
        .with(Demisto.INCIDENT_TYPE, "Malware")
        .with(Demisto.INCIDENT_NAME, "What")
        .with(Demisto.OWNER, "ann")
        .with(Demisto.PLAYBOOK, "Block it")
        .with(Demisto.DETAILS, "More of it")
        .with(Demisto.LABEL_DATA, Map.of("b", FieldValue.of(1), "a", FieldValue.of("two"))));

    assertThat(incident.at("type").asText()).isEqualTo("Malware");
    assertThat(incident.at("name").asText()).isEqualTo("What");
    assertThat(incident.at("owner").asText()).isEqualTo("ann");
    assertThat(incident.at("playbook").asText()).isEqualTo("Block it");
    assertThat(incident.at("details").asText()).isEqualTo("More of it");
    assertThat(incident.at("labels"))
        .isEqualTo(FieldValue.of(
            List.of(label("a", "two"), label("alert_id", ALERT.id().toString()), label("b", "1"))));
  }

  @ParameterizedTest
  @CsvSource({
    "info, 0.5",
    "Informational, 0.5",
    "low, 1",
    "med, 2",
    "MEDIUM, 2",
    "high, 3",
    "critical, 4",
    "dreadful, 0"
  })
  void severityIsANumber(String name, String number) {
    assertThat(sent(Publication.empty().with(Demisto.SEVERITY, name))
            .at("severity")
            .asText())
        .isEqualTo(number);
  }

  @Test
  void labelsHaveTheirLimit() {
    List<Integer> many = new ArrayList<>();
    for (int number = 0; number < 3_000; number++) {
      many.add(number);
    }
    FieldValue incident = sent(Publication.of(Map.of("many", many)));

    assertThat(incident.at("labels").elements())
        .hasSize(2_001)
        .contains(FieldValue.of(label("alert_id", ALERT.id().toString())));
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "demisto",
        "url credential, token masked credential",
        Map.of("url", "https://demisto.test", "token", "abc"));
  }
}
