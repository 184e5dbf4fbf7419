package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code carbonblack}: bans a file by its MD5 hash in Carbon Black Response, now Carbon
 * Black EDR. Its properties are {@code url}, that of the server, and the secret {@code token}, that of
 * a user of its API.
 *
 * <p>The context of the alert says what to do, under {@code carbonblack}: {@code action} has to be
 * {@code ban}, {@code value} is the hash. An alert that says anything else is rejected. A hash that is
 * banned already stays so, so an alert that is sent again does nothing. Thread-safe.
 */
public final class CarbonBlack implements OutputProvider {

  static final String SERVICE = "carbonblack";

  private static final String URL = "url";
  private static final String TOKEN = "token";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.visibleUrl(URL, "the URL of the Carbon Black server"),
      ServiceProperties.masked(TOKEN, "the token of a user of Carbon Black's API")
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public CarbonBlack() {}

  /**
   * An output to one server.
   *
   * @param id the name of the output
   * @param url the URL of the server
   * @param token the token of a user who may ban hashes
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Secret token, Http http) {
    return new HttpOutput(id, http, new BanFlow(url, token));
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
    return to(
        id,
        ServiceProperties.required(id, credentials, URL),
        ServiceProperties.required(id, credentials, TOKEN),
        http.get());
  }
}
