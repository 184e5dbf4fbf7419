package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code phantom}: an artifact in Phantom, now Splunk SOAR, for each alert, in one
 * container for each rule. Its properties are the secrets {@code ph_auth_token} and {@code url},
 * that of the server.
 *
 * <p>The id of the alert is the identifier of the artifact, of which a container takes only one, so
 * an alert that is sent again is there once. Thread-safe.
 */
public final class Phantom implements OutputProvider {

  private static final String TOKEN = "ph_auth_token";
  private static final String URL = "url";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.masked(TOKEN, "the token of Phantom").build(),
      ServiceProperties.url(URL, "the URL of the Phantom server"));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Phantom() {}

  /**
   * An output to one server.
   *
   * @param id the name of the output
   * @param url the URL of the server
   * @param token the token of a user of its automation
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Secret token, Http http) {
    return new HttpOutput(id, http, new PhantomFlow(url, token));
  }

  @Override
  public String service() {
    return "phantom";
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    return to(
        id,
        ServiceProperties.required(id, credentials, URL),
        ServiceProperties.required(id, credentials, TOKEN),
        http.get());
  }
}
