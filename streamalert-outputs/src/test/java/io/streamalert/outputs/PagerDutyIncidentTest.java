package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagerDutyIncidentTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("pagerduty-v2");

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    Map<String, Secret> secrets = new HashMap<>();
    Stream.of("token", "service_id", "escalation_policy_id", "integration_key")
        .forEach(name -> secrets.put(name, credentials.of(SECRET + "-" + name)));
    secrets.put("email_from", credentials.of(SECRET + "@acme.test"));
    return PagerDutyIncident.to(
        id("pagerduty-incident"), secrets, http, service, URI.create(service + "/v2/enqueue"));
  }

  /** Plays PagerDuty: every address is of a user, but for those of nobody. */
  @Override
  protected Fault wellAnswer(Received request) {
    String value =
        URLDecoder.decode(request.query().replaceFirst("^[a-z_]+=", ""), StandardCharsets.UTF_8);
    return switch (request.path()) {
      case "/users" ->
        json(
            "users",
            value.startsWith("nobody")
                ? List.of()
                : List.of(
                    Map.of("id", "PX", "email", "other-" + value),
                    Map.of(
                        "id",
                        "P-" + value.replace("@acme.test", ""),
                        "email",
                        value.toUpperCase(Locale.ROOT))));
      case "/incidents" -> json("incidents", List.of(Map.of("id", "Q1")));
      case "/priorities" ->
        json(
            "priorities",
            List.of(Map.of("id", "PP1", "name", "P1"), Map.of("id", "PP2", "name", "P2")));
      default -> Fault.answer(202, Map.of(), "{}");
    };
  }

  private static Fault json(String name, List<Map<String, String>> found) {
    return Fault.answer(200, Map.of(), FieldValue.of(Map.of(name, found)).toJson());
  }

  @Override
  protected boolean tells(Received request) {
    return request.path().equals("/v2/enqueue");
  }

  /** Each takes several requests. */
  @Override
  protected int burst() {
    return 5;
  }

  private static Alert alert(Map<String, Object> context) {
    LogRecord record = LogRecord.builder(
            LogType.of("acme:login"), FieldValue.of(Map.of("user", "ann")))
        .at(Position.of("test", "1"), 0)
        .build();
    return Alert.builder("a_rule", record, Instant.EPOCH)
        .description("Somebody logged in.")
        .context(Map.of("pagerduty-incident", FieldValue.of(context)))
        .build();
  }

  private DeliveryRequest.Builder request(Map<String, Object> context, Publication publication) {
    return DeliveryRequest.builder(alert(context), publication)
        .idempotencyKey("a key")
        .deadline(Instant.now().plus(Duration.ofSeconds(20)));
  }

  private Delivery deliver(Map<String, Object> context, Publication publication) {
    return healthy().dispatch(request(context, publication).build());
  }

  private Delivery deliver(Map<String, Object> context) {
    return deliver(context, standard(alert(context)));
  }

  /** The requests as method and path, in their order. */
  private List<String> steps() {
    return service().received().stream()
        .map(request -> request.method() + " " + request.path())
        .toList();
  }

  private FieldValue body(String step) {
    return service().received().stream()
        .filter(request -> (request.method() + " " + request.path()).equals(step))
        .map(request -> FieldValue.parse(request.body()))
        .findFirst()
        .orElseThrow();
  }

  private FieldValue incident() {
    return body("PUT /incidents/Q1").at("incident");
  }

  private List<String> notes() {
    return service().received().stream()
        .filter(request -> request.path().endsWith("/notes"))
        .map(request -> FieldValue.parse(request.body()).at("note", "content").asText())
        .toList();
  }

  @Test
  void theStandardIncident() {
    Delivery delivery = deliver(Map.of());

    String key = "team:" + alert(Map.of()).id();
    assertThat(delivery).isEqualTo(Delivery.delivered("Q1", key));
    assertThat(steps())
        .containsExactly(
            "GET /users",
            "POST /v2/enqueue",
            "GET /incidents",
            "PUT /incidents/Q1",
            "POST /incidents/Q1/notes");
    FIELDS.check(received().get(0));
    assertThat(body("POST /v2/enqueue").at("dedup_key").asText()).isEqualTo(key);
    assertThat(incident())
        .isEqualTo(FieldValue.of(Map.of(
            "type", "incident",
            "title", "StreamAlert Incident - Rule triggered: a_rule",
            "service", Map.of("id", SECRET + "-service_id", "type", "service_reference"),
            "body", Map.of("type", "incident_body", "details", "Somebody logged in."),
            "escalation_policy",
                Map.of(
                    "id",
                    SECRET + "-escalation_policy_id",
                    "type",
                    "escalation_policy_reference"))));
    assertThat(notes()).containsExactly("Creating SOX Incident");
  }

  @Test
  void theHeadersAreThoseOfTheApi() {
    deliver(Map.of());

    assertThat(service().received().get(0).headers())
        .containsEntry("accept", "application/vnd.pagerduty+json;version=2")
        .containsEntry("authorization", "Token token=" + SECRET + "-token")
        .doesNotContainKey("from");
    assertThat(service().received().get(3).headers())
        .containsEntry("from", SECRET + "@acme.test")
        .containsEntry("content-type", "application/json; charset=utf-8");
    assertThat(service().received().get(1).headers()).doesNotContainKey("authorization");
  }

  @Test
  void theContextSaysWhoAndHowUrgent() {
    deliver(Map.of(
        "assigned_user", "ann@acme.test",
        "incident_priority", "P2",
        "responders", List.of("bob@acme.test", "eve@acme.test"),
        "responder_message", "Please look",
        "note", "A note",
        "with_record", false));

    assertThat(incident().at("priority"))
        .isEqualTo(FieldValue.of(Map.of("id", "PP2", "type", "priority_reference")));
    assertThat(incident().at("assignments"))
        .isEqualTo(FieldValue.of(
            List.of(Map.of("assignee", Map.of("id", "P-ann", "type", "user_reference")))));
    assertThat(incident().at("escalation_policy").exists()).isFalse();
    assertThat(body("POST /incidents/Q1/responder_requests"))
        .isEqualTo(FieldValue.of(Map.of(
            "requester_id",
            "P-" + SECRET,
            "message",
            "Please look",
            "responder_request_targets",
            List.of(Map.of(
                "responder_request_target", Map.of("id", "P-bob", "type", "user_reference"))))));
    assertThat(steps().stream().filter(step -> step.endsWith("responder_requests")))
        .hasSize(2);
    assertThat(notes()).containsExactly("A note");
    assertThat(
            body("POST /v2/enqueue").at("payload", "custom_details", "record").exists())
        .isFalse();
  }

  @Test
  void anUnknownUserLeavesItToThePolicy() {
    deliver(Map.of("assigned_user", "nobody@acme.test", "assigned_policy_id", "PO2"));

    assertThat(incident().at("assignments").exists()).isFalse();
    assertThat(incident().at("escalation_policy", "id").asText()).isEqualTo("PO2");
  }

  @Test
  void publishersSayTheWords() {
    deliver(
        Map.of("note", "of the context"),
        Publication.empty()
            .with(PagerDutyIncident.INCIDENT_TITLE, "t".repeat(2_000))
            .with(PagerDutyIncident.INCIDENT_BODY, "A body")
            .with(PagerDutyIncident.NOTE, "")
            .with(PagerDutyIncident.URGENCY, "low"));

    assertThat(incident().at("title").asText()).hasSize(1_023);
    assertThat(incident().at("body", "details").asText()).isEqualTo("A body");
    assertThat(incident().at("urgency").asText()).isEqualTo("low");
    assertThat(notes()).isEmpty();
  }

  @Test
  void anUrgencyThatPagerDutyDoesNotKnowIsNotSent() {
    deliver(Map.of(), Publication.empty().with(PagerDutyIncident.URGENCY, "medium"));

    assertThat(incident().at("urgency").exists()).isFalse();
  }

  @Test
  void whatComesAfterTheChangeNeverFails() {
    service()
        .script(request -> request.path().endsWith("responder_requests")
            ? Fault.status(500)
            : wellAnswer(request));
    Delivery delivery =
        deliver(Map.of("responders", List.of("bob@acme.test", "nobody@acme.test"), "note", ""));

    assertThat(delivery).isInstanceOf(Delivery.Delivered.class);
    assertThat(notes())
        .singleElement()
        .asString()
        .isEqualTo("A responder was not asked: pagerduty-incident answered 500: it is not well.\n"
            + "A responder was not asked: PagerDuty does not know the e-mail address");

    service()
        .script(
            request -> request.path().endsWith("/notes") ? Fault.status(400) : wellAnswer(request));
    assertThat(deliver(Map.of("note", "A note"))).isInstanceOf(Delivery.Delivered.class);
  }

  @Test
  void anIncidentThatIsNotThereYetIsLookedForLater() {
    service()
        .script(request -> request.path().equals("/incidents")
            ? json("incidents", List.of())
            : wellAnswer(request));
    Delivery delivery = deliver(Map.of());

    assertThat(delivery)
        .isEqualTo(Delivery.retryAfter(
            Duration.ofSeconds(5), "PagerDuty took the event, but has no incident of it yet."));

    service().script(this::wellAnswer);
    service().received().clear();
    assertThat(
            healthy().dispatch(request(Map.of(), Publication.empty()).attempt(2).build()))
        .isInstanceOf(Delivery.Delivered.class);
    assertThat(steps()).doesNotContain("POST /v2/enqueue");
  }

  @Test
  void anIncidentThatWasCompleteIsOnlyChanged() {
    String key = "team:" + alert(Map.of()).id();
    Delivery delivery = healthy()
        .dispatch(request(Map.of(), Publication.empty())
            .previousReferences(group -> Optional.of("Q7").filter(q -> group.equals(key)))
            .build());

    assertThat(delivery).isEqualTo(Delivery.delivered("Q7", key));
    assertThat(steps()).containsExactly("PUT /incidents/Q7");
  }

  @Test
  void theUserHasToBeThere() {
    service()
        .script(request ->
            request.path().equals("/users") ? json("users", List.of()) : wellAnswer(request));

    assertThat(deliver(Map.of()))
        .isInstanceOf(Delivery.RetryAfter.class)
        .asString()
        .contains("\"email_from\"");
    assertThat(steps()).containsExactly("GET /users");
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "pagerduty-incident",
        "token masked credential, service_name credential, service_id credential, "
            + "escalation_policy credential, escalation_policy_id credential, "
            + "email_from credential, integration_key credential",
        Map.of(
            "token", "a",
            "service_name", "b",
            "service_id", "c",
            "escalation_policy", "Default: on call",
            "escalation_policy_id", "e",
            "email_from", "ann@acme.test",
            "integration_key", "g"));
  }
}
