package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JiraTest extends HttpOutputContract {

  private static final WireFields ISSUE = WireFields.of("jira-issue");
  private static final WireFields COMMENT = WireFields.of("jira-comment");
  private static final Alert ALERT = Requests.alert("A title");
  private static final String SUMMARY = "StreamAlert a_rule";

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return output(http, service, credentials, "no");
  }

  private static OutputDispatcher output(
      Http http, URI service, Credentials credentials, String aggregate) {
    return Jira.to(
        id("jira"),
        Map.of(
            "username", credentials.of(SECRET + "-user"),
            "password", credentials.of(SECRET + "-password"),
            "url", credentials.of(service + "/jira/" + SECRET + "/"),
            "project_key", credentials.of("SEC"),
            "issue_type", credentials.of("Task"),
            "aggregate", credentials.of(aggregate)),
        http);
  }

  private OutputDispatcher aggregating() {
    return output(Http.builder().build(), service().url(), Secret::literal, "Yes");
  }

  /** Plays Jira, which has two issues that look alike. */
  @Override
  protected Fault wellAnswer(Received request) {
    String path = request.path().replaceFirst("^/jira/[^/]+", "");
    return switch (path) {
      case "/rest/auth/1/session" ->
        json(Map.of(
            "session", Map.of("name", "JSESSIONID", "value", "6E3487971234567896704A9EB4AE501F")));
      case "/rest/api/2/search" ->
        json(Map.of("issues", List.of(issue("SEC-7", SUMMARY + " too"), issue("SEC-8", SUMMARY))));
      case "/rest/api/2/issue" -> json(Map.of("id", "10009", "key", "SEC-9"));
      case "/rest/api/2/issue/SEC-8/comment" -> json(Map.of("id", "20001"));
      default -> Fault.status(404);
    };
  }

  private static Map<String, Object> issue(String key, String summary) {
    return Map.of("id", "1", "key", key, "fields", Map.of("summary", summary));
  }

  private static Fault json(Map<String, ?> body) {
    return Fault.answer(200, Map.of(), FieldValue.of(body).toJson());
  }

  @Override
  protected boolean tells(Received request) {
    return request.path().endsWith("/issue") || request.path().endsWith("/comment");
  }

  private static DeliveryRequest.Builder request(Publication publication) {
    return DeliveryRequest.builder(ALERT, publication)
        .idempotencyKey("a key")
        .deadline(Instant.now().plus(Duration.ofSeconds(20)));
  }

  /** The requests as method and path, in their order. */
  private List<String> steps() {
    return service().received().stream()
        .map(request ->
            request.method() + request.path().replaceFirst("^/jira/" + SECRET + "/rest", " "))
        .toList();
  }

  private FieldValue fields(Publication publication) {
    FieldValue issue = sent(ALERT, publication);
    ISSUE.check(received().get(received().size() - 1));
    return issue.at("fields");
  }

  @Test
  void theStandardIssue() {
    Publication publication = Publication.of(Map.of(
        "record", Map.of("user", "ann", "n", 1), "id", "an id", "@slack.text", "not for Jira"));

    assertThat(healthy().dispatch(request(publication).build()))
        .isEqualTo(Delivery.delivered("SEC-9"));
    assertThat(steps()).containsExactly("POST /auth/1/session", "POST /api/2/issue");
    ISSUE.check(received().get(0));
    assertThat(FieldValue.parse(received().get(0)))
        .isEqualTo(FieldValue.of(Map.of(
            "fields",
            Map.of(
                "project",
                Map.of("key", "SEC"),
                "summary",
                SUMMARY,
                "description",
                """
                {code:json}
                {
                  "id": "an id",
                  "record": {
                    "n": 1,
                    "user": "ann"
                  }
                }
                {code}""",
                "issuetype",
                Map.of("name", "Task")))));
  }

  @Test
  void theSessionIsThatOfTheUser() {
    healthy().dispatch(request(Publication.empty()).build());

    Received session = service().received().get(0);
    assertThat(FieldValue.parse(session.body()))
        .isEqualTo(
            FieldValue.of(Map.of("username", SECRET + "-user", "password", SECRET + "-password")));
    assertThat(session.headers()).doesNotContainKeys("cookie", "authorization");
    assertThat(service().received().get(1).headers())
        .containsEntry("cookie", "JSESSIONID=6E3487971234567896704A9EB4AE501F")
        .containsEntry("content-type", "application/json; charset=utf-8")
        .doesNotContainKey("authorization");
  }

  @Test
  void publishersSayTheWords() {
    FieldValue fields = fields(Publication.empty()
        .with(Jira.ISSUE_SUMMARY, " Somebody\nlogged\tin \u0000")
        .with(Jira.DESCRIPTION, "h1. Hello\nyou"));

    assertThat(fields.at("summary").asText()).isEqualTo("Somebody logged in \ufffd");
    assertThat(fields.at("description").asText()).isEqualTo("h1. Hello\nyou");
    assertThat(fields(Publication.empty().with(Jira.ISSUE_SUMMARY, "s".repeat(300)))
            .at("summary")
            .asText())
        .hasSize(255)
        .contains("s ... s");
    assertThat(fields(Publication.empty().with(Jira.ISSUE_SUMMARY, "\n"))
            .at("summary")
            .asText())
        .isEqualTo(SUMMARY);
  }

  @Test
  void nothingInTheRecordEndsTheMacro() {
    String description = fields(Publication.of(Map.of("{code}", "{Code} {color:red} {code:xml}")))
        .at("description")
        .asText();

    String json = description.replace("{code:json}\n", "").replace("\n{code}", "");
    assertThat(json).doesNotContainIgnoringCase("{c");
    assertThat(FieldValue.parse(json))
        .isEqualTo(FieldValue.of(Map.of("{code}", "{Code} {color:red} {code:xml}")));
  }

  @Test
  void anAlertLikeAnotherIsAComment() {
    Delivery delivery =
        aggregating().dispatch(request(Publication.of(Map.of("a", 1))).build());

    assertThat(delivery).isEqualTo(Delivery.delivered("SEC-8", SUMMARY));
    assertThat(steps())
        .containsExactly(
            "POST /auth/1/session", "GET /api/2/search", "POST /api/2/issue/SEC-8/comment");
    COMMENT.check(received().get(0));
    assertThat(FieldValue.parse(received().get(0)))
        .isEqualTo(FieldValue.of(Map.of("body", "{code:json}\n{\n  \"a\": 1\n}\n{code}")));
  }

  @Test
  void theSearchIsForTheSummaryInTheProject() {
    aggregating()
        .dispatch(request(Publication.empty().with(Jira.ISSUE_SUMMARY, "a \"b\\\" OR c ~ d"))
            .build());

    assertThat(URLDecoder.decode(service().received().get(1).query(), StandardCharsets.UTF_8))
        .isEqualTo("fields=summary&maxResults=50&jql=project = \"SEC\""
            + " AND summary ~ \"\\\"a  b   OR c ~ d\\\"\" ORDER BY created DESC");
    assertThat(steps()).last().isEqualTo("POST /api/2/issue");
  }

  @Test
  void theIssueThatThisOutputMadeNeedsNoSearch() {
    service()
        .script(request -> request.path().endsWith("/SEC-5/comment")
            ? json(Map.of("id", "20002"))
            : wellAnswer(request));

    assertThat(aggregating()
            .dispatch(request(Publication.empty())
                .previousReferences(
                    group -> Optional.of("SEC-5").filter(k -> group.equals(SUMMARY)))
                .build()))
        .isEqualTo(Delivery.delivered("SEC-5", SUMMARY));
    assertThat(steps()).containsExactly("POST /auth/1/session", "POST /api/2/issue/SEC-5/comment");
  }

  @Test
  void anIssueThatIsGoneOrElsewhereIsLookedFor() {
    DeliveryRequest.Builder request = request(Publication.empty());

    assertThat(aggregating()
            .dispatch(request.previousReferences(group -> Optional.of("SEC-4")).build()))
        .isEqualTo(Delivery.delivered("SEC-8", SUMMARY));
    assertThat(aggregating()
            .dispatch(request.previousReferences(group -> Optional.of("OPS-1")).build()))
        .isEqualTo(Delivery.delivered("SEC-8", SUMMARY));
    assertThat(steps().stream().filter(step -> step.contains("/comment")))
        .containsExactly(
            "POST /api/2/issue/SEC-4/comment",
            "POST /api/2/issue/SEC-8/comment",
            "POST /api/2/issue/SEC-8/comment");
  }

  @Test
  void whatJiraRefusesBecomesAnIssue() {
    for (String refused : List.of("/search", "/comment")) {
      service()
          .script(request ->
              request.path().endsWith(refused) ? Fault.status(400) : wellAnswer(request));
      assertThat(aggregating().dispatch(request(Publication.empty()).build()))
          .isEqualTo(Delivery.delivered("SEC-9", SUMMARY));
      service()
          .script(request ->
              request.path().endsWith(refused) ? Fault.status(503) : wellAnswer(request));
      assertThat(aggregating().dispatch(request(Publication.empty()).build()))
          .isInstanceOf(Delivery.RetryAfter.class);
    }
  }

  @Test
  void whoeverNamesNoIssueMayNotBeJira() {
    service()
        .script(request ->
            tells(request) ? Fault.answer(200, Map.of(), "<html>") : wellAnswer(request));

    assertThat(healthy().dispatch(request(Publication.empty()).build()))
        .isEqualTo(Delivery.unknown("Jira answered 200, but did not name the issue it made."));
    assertThat(aggregating().dispatch(request(Publication.empty()).build()))
        .isEqualTo(Delivery.unknown("Jira answered 200, but did not name the comment it made."));
    service().always(Fault.answer(200, Map.of(), "<html>"));
    assertThat(healthy().dispatch(request(Publication.empty()).build()))
        .isInstanceOf(Delivery.RetryAfter.class)
        .asString()
        .contains("\"url\"");
  }

  @Test
  void aSessionThatDoesNotOpenToldNothing() {
    service().always(Fault.cut());

    assertThat(healthy().dispatch(request(Publication.empty()).build()))
        .isInstanceOf(Delivery.RetryAfter.class);
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "jira",
        "username masked credential, password masked credential, url masked credential, "
            + "project_key credential, issue_type credential, aggregate credential",
        Map.of(
            "username", "a",
            "password", "b",
            "url", "https://jira.acme.test/jira",
            "project_key", "SEC",
            "issue_type", "Task",
            "aggregate", "YES"));
    assertThat(new Jira().properties().get(5).check("perhaps")).isPresent();
  }
}
