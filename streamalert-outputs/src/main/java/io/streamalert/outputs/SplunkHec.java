package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code splunk-hec}: an event by Splunk's HTTP Event Collector for each alert. Its
 * properties are {@code url}, which is that of Splunk, such as {@code https://splunk.example:8088},
 * the secret {@code token}, and, each of which may be left out, {@code index} (default that of the
 * token), {@code source} (default {@code streamalert}) and {@code sourcetype} (default {@code
 * streamalert:alert}).
 *
 * <p>The event is the payload of the publication, at the time at which the rule triggered. The
 * indexed field {@code alert_id} tells which events are of one alert, since Splunk knows no key that
 * makes a repeated event count once. Thread-safe.
 */
public final class SplunkHec implements OutputProvider {

  private static final String URL = "url";
  private static final String TOKEN = "token";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.visibleUrl(URL, "the URL of Splunk, with the port of the collector"),
      ServiceProperties.masked(TOKEN, "the token of the HTTP Event Collector").build(),
      word(SplunkEvent.INDEX, "the index, if not that of the token"),
      word(SplunkEvent.SOURCE, "the source of events"),
      word(SplunkEvent.SOURCETYPE, "the type of the source"));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public SplunkHec() {}

  private static Property word(String name, String description) {
    return Property.builder(name, description)
        .credential()
        .optional()
        .forbidden(ServiceProperties.SPACE)
        .build();
  }

  /**
   * An output to one collector.
   *
   * @param id the name of the output
   * @param credentials the properties by name
   * @param http how to reach Splunk
   * @return the output
   * @throws io.streamalert.settings.ConfigException if {@code url} or {@code token} is not there
   */
  public static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http) {
    Secret url = ServiceProperties.required(id, credentials, URL);
    Secret token = ServiceProperties.required(id, credentials, TOKEN);
    return new HttpOutput(id, http, new SplunkCollector(url, token, Map.copyOf(credentials)));
  }

  @Override
  public String service() {
    return "splunk-hec";
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
