package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The service {@code victorops}: an incident in VictorOps, now Splunk On-Call, for each alert, by its
 * REST endpoint. No publisher steers it. All properties are secrets:
 *
 * <ul>
 *   <li>{@code victorops_api_id} and {@code victorops_api_key}: sent in headers
 *   <li>{@code url}: of the endpoint, without the routing key
 *   <li>{@code routing_key}: tells whom the incident is for
 * </ul>
 *
 * <p>Each message has a key of its alert, so an alert that is sent again adds to its incident while
 * that is open. Thread-safe.
 */
public final class VictorOps implements OutputProvider {

  private static final String SERVICE = "victorops";
  private static final String API_ID = "victorops_api_id";
  private static final String API_KEY = "victorops_api_key";
  private static final String URL = "url";
  private static final String ROUTING_KEY = "routing_key";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.masked(API_ID, "the API id of VictorOps").build(),
      ServiceProperties.masked(API_KEY, "the API key of VictorOps").build(),
      ServiceProperties.url(URL, "the URL of the VictorOps REST endpoint, up to the routing key"),
      ServiceProperties.masked(ROUTING_KEY, "the routing key of VictorOps").build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public VictorOps() {}

  /**
   * An output to one routing key.
   *
   * @param id the name of the output
   * @param credentials the properties by name
   * @param http how to reach VictorOps
   * @return the output
   * @throws io.streamalert.settings.ConfigException if a property is not there
   */
  public static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http) {
    Secret apiId = ServiceProperties.required(id, credentials, API_ID);
    Secret apiKey = ServiceProperties.required(id, credentials, API_KEY);
    Secret url = ServiceProperties.required(id, credentials, URL);
    Secret routingKey = ServiceProperties.required(id, credentials, ROUTING_KEY);
    return new HttpOutput(id, http, attempt -> {
      String key = DedupKey.of(id, attempt.request().alert());
      String message = WireJson.of(VictorOpsMessage.of(attempt.request(), key));
      URI endpoint = Urls.below(
          attempt.revealUrl(url), "/" + Urls.encoded(attempt.reveal(routingKey).strip()));
      attempt.succeed(HttpCall.postJson(endpoint, message)
          .header("X-VO-Api-Id", attempt.reveal(apiId))
          .header("X-VO-Api-Key", attempt.reveal(apiKey)));
      return Delivery.delivered(key);
    });
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
