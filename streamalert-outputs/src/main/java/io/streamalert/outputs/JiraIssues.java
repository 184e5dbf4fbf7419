package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes an issue of an alert, or a comment on the issue of an earlier one: that which this output
 * made, or else one that Jira finds.
 */
final class JiraIssues implements Attempt.Steps {

  static final String URL = "url";

  private static final String PROJECT = "project_key";
  private static final String TYPE = "issue_type";
  private static final String AGGREGATE = "aggregate";
  private static final String YES = "yes";
  private static final String NO = "no";

  private final Secret url;
  private final Secret project;
  private final Secret type;
  private final Secret aggregate;
  private final JiraLogin login;

  JiraIssues(OutputId id, Map<String, Secret> credentials, JiraLogin login) {
    url = ServiceProperties.required(id, credentials, URL);
    project = ServiceProperties.required(id, credentials, PROJECT);
    type = ServiceProperties.required(id, credentials, TYPE);
    aggregate = ServiceProperties.required(id, credentials, AGGREGATE);
    this.login = login;
  }

  /** Those of a login, and those that every login has. */
  static List<Property> properties(Property... login) {
    return Stream.concat(
            Stream.of(login),
            Stream.of(
                ServiceProperties.credential(PROJECT, "the key of the Jira project")
                    .build(),
                ServiceProperties.credential(TYPE, "the type of the Jira issues")
                    .build(),
                ServiceProperties.credential(
                        AGGREGATE, "whether alerts with the same summary share an issue (yes/no)")
                    .form(JiraIssues::isAnswer, "\"yes\" or \"no\"")
                    .build()))
        .toList();
  }

  private static boolean isAnswer(String text) {
    return List.of(YES, NO).contains(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    URI base = attempt.revealUrl(url);
    JiraText text = new JiraText(attempt.request());
    String key = attempt.reveal(project);
    boolean shared = attempt.reveal(aggregate).strip().equalsIgnoreCase(YES);
    JiraApi jira = new JiraApi(attempt, base, login.in(attempt, base));
    if (shared) {
      Optional<String> issue = commented(attempt, jira, key, text);
      if (issue.isPresent()) {
        return Delivery.delivered(issue.get(), text.summary());
      }
    }
    String made = jira.create(text.issue(key, attempt.reveal(type)));
    return shared ? Delivery.delivered(made, text.summary()) : Delivery.delivered(made);
  }

  /** The issue that took the comment; none if there is none, or it does not take any. */
  private static Optional<String> commented(
      Attempt attempt, JiraApi jira, String project, JiraText text) throws Undelivered {
    Optional<String> known = attempt
        .request()
        .previousReference(text.summary())
        .filter(issue -> issue.startsWith(project + "-"));
    if (known.isPresent() && jira.comment(known.get(), text.comment())) {
      return known;
    }
    Optional<String> found = jira.find(project, text.summary());
    return found.isPresent() && jira.comment(found.get(), text.comment())
        ? found
        : Optional.empty();
  }
}
