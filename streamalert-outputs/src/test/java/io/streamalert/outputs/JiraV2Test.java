package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.outputs.WireServer.Received;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JiraV2Test extends HttpOutputContract {

  @Override
  protected OutputDispatcher output(Http http, URI service, Credentials credentials) {
    return JiraV2.to(
        id("jira-v2"),
        Map.of(
            "user_name", credentials.of(SECRET + "@acme.test"),
            "api_key", credentials.of(SECRET + "-key"),
            "url", credentials.of(service + "/" + SECRET),
            "project_key", credentials.of("SEC"),
            "issue_type", credentials.of("Task"),
            "aggregate", credentials.of("no")),
        http);
  }

  @Override
  protected Fault wellAnswer(Received request) {
    return Fault.answer(201, Map.of(), "{\"id\":\"10009\"}");
  }

  @Test
  void theUserAndTheKeyGoWithTheRequest() {
    assertThat(attempt(healthy(), Duration.ofSeconds(10))).isEqualTo(Delivery.delivered("10009"));

    assertThat(service().received()).singleElement().satisfies(request -> {
      assertThat(request.path()).isEqualTo("/" + SECRET + "/rest/api/2/issue");
      assertThat(request.headers().get("authorization")).startsWith("Basic ");
      byte[] pair = Base64.getDecoder()
          .decode(request.headers().get("authorization").substring("Basic ".length()));
      assertThat(new String(pair, StandardCharsets.UTF_8))
          .isEqualTo(SECRET + "@acme.test:" + SECRET + "-key");
      assertThat(request.headers()).doesNotContainKey("cookie");
      WireFields.of("jira-issue").check(request.body());
    });
  }

  @Test
  void theHostTellsWhereToSearch() {
    assertThat(JiraApi.searchPath("acme.atlassian.net")).isEqualTo("/rest/api/2/search/jql");
    assertThat(JiraApi.searchPath("jira.acme.test")).isEqualTo("/rest/api/2/search");
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "jira-v2",
        "api_key masked credential, user_name credential, url credential, "
            + "project_key credential, issue_type credential, aggregate credential",
        Map.of(
            "api_key", "a",
            "user_name", "ann@acme.test",
            "url", "https://acme.atlassian.net",
            "project_key", "SEC",
            "issue_type", "Task",
            "aggregate", "no"));
  }
}
