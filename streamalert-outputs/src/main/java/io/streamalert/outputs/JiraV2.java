package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code jira-v2}: an issue in a project of Jira for each alert, by a user and a key, as
 * Jira Cloud wants it. Publishers steer it by the keys of {@link Jira}. All properties are secrets:
 *
 * <ul>
 *   <li>{@code api_key}: the API token; for Jira Server and Data Center, the password
 *   <li>{@code user_name}: whom it belongs to, by e-mail address in Jira Cloud
 *   <li>{@code url}, {@code project_key}, {@code issue_type} and {@code aggregate}: as of {@link
 *       Jira}
 * </ul>
 *
 * <p>Jira knows no key that makes a repeated request count once, so an alert whose attempt was
 * repeated may have a second issue or comment. Thread-safe.
 */
public final class JiraV2 implements OutputProvider {

  private static final String SERVICE = "jira-v2";
  private static final String API_KEY = "api_key";
  private static final String USER_NAME = "user_name";
  private static final List<Property> PROPERTIES = JiraIssues.properties(
      ServiceProperties.masked(API_KEY, "the API token of Jira").build(),
      ServiceProperties.credential(USER_NAME, "the user that the API token belongs to")
          .build(),
      ServiceProperties.url(ServiceProperties.credential(JiraIssues.URL, "the URL of Jira")));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public JiraV2() {}

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
    Secret user = ServiceProperties.required(id, credentials, USER_NAME);
    Secret key = ServiceProperties.required(id, credentials, API_KEY);
    JiraLogin login = (attempt, base) -> JiraLogin.basic(attempt.reveal(user), attempt.reveal(key));
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
