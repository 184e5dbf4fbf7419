package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.util.Map;

/** Makes the issue. */
final class GitHubIssues implements Attempt.Steps {

  private static final String NAME = "(?!\\.{1,2}(/|$))[A-Za-z0-9._-]{1,100}";
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;

  private final Secret user;
  private final Secret token;
  private final Secret repository;
  private final Secret labels;
  private final URI api;

  GitHubIssues(OutputId id, Map<String, Secret> credentials, URI api) {
    user = ServiceProperties.required(id, credentials, GitHub.USERNAME);
    token = ServiceProperties.required(id, credentials, GitHub.TOKEN);
    repository = ServiceProperties.required(id, credentials, GitHub.REPOSITORY);
    labels = ServiceProperties.required(id, credentials, GitHub.LABELS);
    this.api = api;
  }

  static boolean isRepository(String text) {
    return text.matches(NAME + "/" + NAME);
  }

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    URI issues = Urls.below(api, "/repos/" + repository(attempt) + "/issues");
    Map<String, Object> issue = GitHubIssue.of(attempt.request(), attempt.reveal(labels));
    HttpAnswer answer = attempt.send(HttpCall.postJson(issues, WireJson.of(issue))
        .header("Accept", "application/vnd.github+json")
        .basic(attempt.reveal(user), attempt.reveal(token)));
    if (!answer.isSuccess()) {
      throw isForLimit(answer)
          ? attempt.undelivered(
              new HttpAnswer(TOO_MANY, answer.headers(), ""), "403, for its limit of requests")
          : attempt.undelivered(answer);
    }
    return Delivery.delivered(answer.json().at("html_url").asString().orElse(""));
  }

  private String repository(Attempt attempt) throws Undelivered {
    String name = attempt.reveal(repository).strip();
    if (!isRepository(name)) {
      throw Undelivered.later(
          HttpStatus.UNTIL_CORRECTED,
          "The secret \"" + repository.name()
              + "\" is no repository of the form OWNER/NAME. Correct it.");
    }
    return name;
  }

  /** GitHub forbids what exceeds a limit of requests, though the credentials are right. */
  private static boolean isForLimit(HttpAnswer answer) {
    return answer.status() == FORBIDDEN
        && (answer.headers().firstValue("Retry-After").isPresent()
            || answer.headers().firstValue("X-RateLimit-Remaining").orElse("").equals("0"));
  }
}
