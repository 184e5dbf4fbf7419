package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The service {@code github}: an issue in a repository of GitHub for each alert. All properties are
 * secrets:
 *
 * <ul>
 *   <li>{@code username} and {@code access_token}: of the user in whose name issues are made
 *   <li>{@code repository}: as {@code OWNER/NAME}
 *   <li>{@code labels}: of the issues, with commas between them
 * </ul>
 *
 * <p>GitHub knows no key that makes a repeated request count once, so an alert whose attempt was
 * repeated may have a second issue. Thread-safe.
 */
public final class GitHub implements OutputProvider {

  /** The title of the issue, up to 256 characters; default names the rule. */
  public static final PublicationKey<String> TITLE = PublicationKey.text("@github.title");

  /**
   * The text of the issue, in Markdown; default the description of the rule and the record. Up to
   * 65,536 characters are kept.
   */
  public static final PublicationKey<String> BODY = PublicationKey.text("@github.body");

  static final String USERNAME = "username";
  static final String TOKEN = "access_token";
  static final String REPOSITORY = "repository";
  static final String LABELS = "labels";

  private static final String SERVICE = "github";
  private static final URI API = URI.create("https://api.github.com");
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.credential(REPOSITORY, "the GitHub repository, as OWNER/NAME")
          .form(GitHubIssues::isRepository, "of the form OWNER/NAME")
          .build(),
      ServiceProperties.credential(LABELS, "the labels of the issues, with commas between them")
          .build(),
      ServiceProperties.credential(USERNAME, "the user name of GitHub").build(),
      ServiceProperties.masked(TOKEN, "the access token of the GitHub user").build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public GitHub() {}

  /**
   * An output to one repository.
   *
   * @param id the name of the output
   * @param credentials the properties by name
   * @param http how to reach GitHub
   * @return the output
   * @throws io.streamalert.settings.ConfigException if a property is not there
   */
  public static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http) {
    return to(id, credentials, http, API);
  }

  static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http, URI api) {
    return new HttpOutput(id, http, new GitHubIssues(id, credentials, api));
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
