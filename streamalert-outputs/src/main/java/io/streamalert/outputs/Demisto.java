package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code demisto}: an incident in Demisto, now Cortex XSOAR, for each alert. Its
 * properties are {@code url}, that of the server, and the secret {@code token}, a key of its API.
 *
 * <p>Demisto knows no key that makes a repeated incident count once; the label {@code alert_id}
 * tells which incidents are of one alert. Thread-safe.
 */
public final class Demisto implements OutputProvider {

  /** The type of the incident; default {@code Unclassified}. */
  public static final PublicationKey<String> INCIDENT_TYPE =
      PublicationKey.text("@demisto.incident_type");

  /** The playbook that is run; default {@code Unknown}. */
  public static final PublicationKey<String> PLAYBOOK = PublicationKey.text("@demisto.playbook");

  /**
   * {@code info} or {@code informational}, {@code low}, {@code med} or {@code medium}, {@code high},
   * or {@code critical}, in any case; everything else, and the default, is unknown.
   */
  public static final PublicationKey<String> SEVERITY = PublicationKey.text("@demisto.severity");

  /** Whose incident it is; default {@code StreamAlert}. */
  public static final PublicationKey<String> OWNER = PublicationKey.text("@demisto.owner");

  /** What else there is to know; default the description of the rule. */
  public static final PublicationKey<String> DETAILS = PublicationKey.text("@demisto.details");

  /** The name of the incident; default that of the rule. */
  public static final PublicationKey<String> INCIDENT_NAME =
      PublicationKey.text("@demisto.incident_name");

  /** What becomes labels, brought to one level; default the publication. Up to 2,000 are kept. */
  public static final PublicationKey<Map<String, FieldValue>> LABEL_DATA =
      PublicationKey.map("@demisto.label_data");

  private static final String URL = "url";
  private static final String TOKEN = "token";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.visibleUrl(URL, "the URL of the Demisto server"),
      ServiceProperties.masked(TOKEN, "the key of Demisto's API").build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Demisto() {}

  /**
   * An output to one server.
   *
   * @param id the name of the output
   * @param url the URL of the server
   * @param token the key of its API
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Secret token, Http http) {
    return new HttpOutput(id, http, attempt -> {
      String incident = WireJson.of(DemistoIncident.of(attempt.request()));
      attempt.succeed(HttpCall.postJson(attempt.revealUrl(url, "/incident"), incident)
          .header("Accept", "application/json")
          .header("Authorization", attempt.reveal(token)));
      return Delivery.delivered();
    });
  }

  @Override
  public String service() {
    return "demisto";
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
