package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubTest extends HttpOutputContract {

  private static final WireFields FIELDS = WireFields.of("github");
  private static final String ISSUE = "https://github.com/acme/alerts/issues/7";
  private static final Alert ALERT = Alert.builder(
          "a_rule", LogRecord.of("acme:login", "{\"user\":\"```\\n```\",\"n\":1}"), Instant.EPOCH)
      .description("Somebody logged in.")
      .build();

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return GitHub.to(
        id("github"),
        Map.of(
            "repository", credentials.of("acme/" + SECRET),
            "labels", credentials.of("alert, " + SECRET + ",,alert"),
            "username", credentials.of(SECRET + "-user"),
            "access_token", credentials.of(SECRET + "-token")),
        http,
        service);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return Fault.answer(201, Map.of(), "{\"number\":7,\"html_url\":\"" + ISSUE + "\"}");
  }

  private FieldValue sent(Publication publication) {
    FieldValue issue = sent(ALERT, publication);
    FIELDS.check(received().get(received().size() - 1));
    return issue;
  }

  @Test
  void theStandardIssue() {
    assertThat(sent(standard(ALERT)))
        .isEqualTo(FieldValue.of(Map.of(
            "title", "StreamAlert: a_rule", "body", """
            ### Description
            Somebody logged in.

            ### Record
            ```json
            {
              "n": 1,
              "user": "```\\n```"
            }
            ```""", "labels", List.of("alert", SECRET))));
  }

  @Test
  void theRequestIsOneOfTheUser() {
    assertThat(attempt(healthy(), Duration.ofSeconds(10))).isEqualTo(Delivery.delivered(ISSUE));

    Received request = service().received().get(0);
    assertThat(request.method() + " " + request.path())
        .isEqualTo("POST /repos/acme/" + SECRET + "/issues");
    String pair = SECRET + "-user:" + SECRET + "-token";
    assertThat(request.headers())
        .containsEntry("accept", "application/vnd.github+json")
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry(
            "authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void publishersSayTitleAndBody() {
    FieldValue issue = sent(Publication.empty()
        .with(GitHub.TITLE, "t".repeat(300) + "\n")
        .with(GitHub.BODY, "b".repeat(70_000)));

    assertThat(issue.at("title").asText()).hasSize(255).contains("t ... t");
    assertThat(issue.at("body").asText()).hasSize(65_535).contains("b ... b");
  }

  @Test
  void whatPublishersRemovedStaysOut() {
    assertThat(sent(Publication.of(Map.of("record", Map.of("n", 2)))).at("body").asText())
        .contains("\"n\": 2")
        .doesNotContain("user");
  }

  @Test
  void aLimitOfRequestsIsNoMatterOfCredentials() {
    WireServer busy = server();
    for (Map<String, String> headers :
        List.of(Map.of("Retry-After", "60"), Map.of("X-RateLimit-Remaining", "0"))) {
      busy.always(Fault.answer(403, headers, ""));
      assertThat(attempt(at(busy), Duration.ofSeconds(10)))
          .isEqualTo(Delivery.retryAfter(
              Duration.ofSeconds(headers.containsKey("Retry-After") ? 60 : 0),
              "github answered 429 (403, for its limit of requests): not now."));
    }
    busy.always(Fault.answer(403, Map.of("X-RateLimit-Remaining", "12"), ""));
    assertThat(attempt(at(busy), Duration.ofSeconds(10)))
        .asString()
        .contains("does not accept the credentials");
  }

  @Test
  void aRepositoryThatIsNoneIsNotAskedFor() {
    OutputDispatcher output = GitHub.to(
        id("github"),
        Map.of(
            "repository", Secret.literal("../user"),
            "labels", Secret.literal("a"),
            "username", Secret.literal("b"),
            "access_token", Secret.literal("c")),
        Http.builder().build(),
        service().url());

    assertThat(attempt(output, Duration.ofSeconds(10)))
        .isInstanceOf(Delivery.RetryAfter.class)
        .asString()
        .contains("OWNER/NAME")
        .doesNotContain("../user");
    assertThat(service().received()).isEmpty();
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "github",
        "repository credential, labels credential, username credential, "
            + "access_token masked credential",
        Map.of(
            "repository", "acme/alerts",
            "labels", "alert,security",
            "username", "ann",
            "access_token", "abc"));
    assertThat(new GitHub().properties().get(0).check("alerts")).isPresent();
  }
}
