package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code jira}: an issue in a project of Jira Server or Data Center for each alert, by a
 * session of a user. {@link JiraV2} needs no session and is the one for Jira Cloud. All properties
 * are secrets:
 *
 * <ul>
 *   <li>{@code username} and {@code password}: of the user in whose name issues are made
 *   <li>{@code url}: where Jira is, with the path below which it is, if any
 *   <li>{@code project_key} and {@code issue_type}: what kind of issue is made, and where
 *   <li>{@code aggregate}: {@code yes} if an alert is to be a comment on the issue of earlier alerts
 *       with the same summary; else {@code no}
 * </ul>
 *
 * <p>Jira knows no key that makes a repeated request count once, so an alert whose attempt was
 * repeated may have a second issue or comment. Thread-safe.
 */
public final class Jira implements OutputProvider {

  /** The summary of the issue, up to 255 characters; default names the rule. */
  public static final PublicationKey<String> ISSUE_SUMMARY =
      PublicationKey.text("@jira.issue_summary");

  /**
   * The description of the issue or the text of the comment, in Jira's markup; default the payload
   * of the publication as JSON. Up to 32,767 characters are kept.
   */
  public static final PublicationKey<String> DESCRIPTION = PublicationKey.text("@jira.description");

  private static final String SERVICE = "jira";
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";
  private static final List<Property> PROPERTIES = JiraIssues.properties(
      ServiceProperties.masked(USERNAME, "the user name of Jira").build(),
      ServiceProperties.masked(PASSWORD, "the password of Jira").build(),
      ServiceProperties.url(JiraIssues.URL, "the URL of Jira"));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Jira() {}

  /**
   * An output to one project.
   *
   * @param id the name of the output
   * @param credentials the properties by name
   * @param http how to reach Jira
   * @return the output
   * @throws io.streamalert.settings.ConfigException if a property is not there
   */
  public static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http) {
    Secret user = ServiceProperties.required(id, credentials, USERNAME);
    Secret password = ServiceProperties.required(id, credentials, PASSWORD);
    JiraLogin login = (attempt, base) ->
        JiraLogin.session(attempt, base, attempt.reveal(user), attempt.reveal(password));
    return new HttpOutput(id, http, new JiraIssues(id, credentials, login));
  }

  @Override
  public String service() {
    return SERVICE;
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    return to(id, credentials, http.get());
  }
}
