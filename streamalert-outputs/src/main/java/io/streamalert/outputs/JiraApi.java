package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.record.FieldValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Version 2 of Jira's REST API, as far as alerts need it, for one attempt. */
final class JiraApi {

  /** Jira Cloud, which searches elsewhere than Jira Server and Data Center do. */
  private static final String CLOUD = ".atlassian.net";

  /** Refusals of a search or a comment that say nothing of a new issue. */
  private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 405, 410, 413);

  private static final int MOST_FOUND = 50;
  private static final String ISSUES = "/rest/api/2/issue";

  private final Attempt attempt;
  private final URI base;
  private final UnaryOperator<HttpCall> login;

  JiraApi(Attempt attempt, URI base, UnaryOperator<HttpCall> login) {
    this.attempt = attempt;
    this.base = base;
    this.login = login;
  }

  /** Makes an issue; its key, or else its id. */
  String create(Map<String, ?> issue) throws Undelivered {
    HttpAnswer answer =
        attempt.succeed(login.apply(HttpCall.postJson(at(ISSUES), WireJson.of(issue))));
    return name(answer.json()).orElseThrow(() -> unnamed(answer, "issue"));
  }

  /** Adds a comment, unless the issue is gone or takes none. */
  boolean comment(String issue, Map<String, ?> comment) throws Undelivered {
    URI comments = at(ISSUES + "/" + Urls.encoded(issue) + "/comment");
    Optional<HttpAnswer> answer = unlessRefused(HttpCall.postJson(comments, WireJson.of(comment)));
    if (answer.isPresent() && name(answer.get().json()).isEmpty()) {
      throw unnamed(answer.get(), "comment");
    }
    return answer.isPresent();
  }

  /** The newest issue with a summary. */
  Optional<String> find(String project, String summary) throws Undelivered {
    String jql = "project = " + quoted(project) + " AND summary ~ \"\\\"" + words(summary)
        + "\\\"\" ORDER BY created DESC";
    URI search = at(searchPath(base.getHost()) + "?fields=summary&maxResults=" + MOST_FOUND
        + "&jql=" + Urls.encoded(jql));
    return unlessRefused(HttpCall.get(search)).stream()
        .flatMap(answer -> answer.json().at("issues").elements().stream())
        .filter(issue -> issue.at("fields", "summary").is(summary))
        .findFirst()
        .flatMap(JiraApi::name);
  }

  static String searchPath(String host) {
    return host.endsWith(CLOUD) ? "/rest/api/2/search/jql" : "/rest/api/2/search";
  }

  private Optional<HttpAnswer> unlessRefused(HttpCall call) throws Undelivered {
    HttpAnswer answer = attempt.send(login.apply(call));
    if (REFUSALS.contains(answer.status())) {
      return Optional.empty();
    }
    if (!answer.isSuccess()) {
      throw attempt.undelivered(answer);
    }
    return Optional.of(answer);
  }

  /** Perhaps it is not Jira that answered. */
  private static Undelivered unnamed(HttpAnswer answer, String what) {
    return Undelivered.as(Delivery.unknown(
        "Jira answered " + answer.status() + ", but did not name the " + what + " it made."));
  }

  private static Optional<String> name(FieldValue issue) {
    return issue.at("key").asString().or(() -> issue.at("id").asString());
  }

  private static String quoted(String text) {
    return '"' + words(text) + '"';
  }

  /** Without what could end a text in a query. */
  private static String words(String text) {
    return text.replaceAll("[\"\\\\]", " ");
  }

  private URI at(String path) {
    return Urls.below(base, path);
  }
}
