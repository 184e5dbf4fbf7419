package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The service {@code opsgenie}: an alert in Opsgenie for each alert, by version 2 of its Alert API.
 * Its properties are the secret {@code api_key} of an integration, and {@code region}, which is
 * {@code eu} for accounts in Europe and else {@code us}, the default.
 *
 * <p>Each message has a key of its alert, so an alert that is sent again adds to the count of the
 * one in Opsgenie while that is open. Thread-safe.
 */
public final class Opsgenie implements OutputProvider {

  /** What happened, up to 130 characters; default the title in the publication. */
  public static final PublicationKey<String> MESSAGE = PublicationKey.text("@opsgenie.message");

  /**
   * What else there is to know, up to 15,000 characters; default the description of the rule and
   * the record.
   */
  public static final PublicationKey<String> DESCRIPTION =
      PublicationKey.text("@opsgenie.description");

  /** {@code P1} to {@code P5}; default by severity, {@code P1} for critical ones. */
  public static final PublicationKey<String> PRIORITY = PublicationKey.text("@opsgenie.priority");

  /** Texts, of which up to 20 are kept; default the ids of ATT&amp;CK techniques. */
  public static final PublicationKey<List<FieldValue>> TAGS = PublicationKey.list("@opsgenie.tags");

  /**
   * Further details, of which up to 8,000 characters are kept; default the rule, the id and the
   * severity of the alert, and the type of the log.
   */
  public static final PublicationKey<Map<String, FieldValue>> DETAILS =
      PublicationKey.map("@opsgenie.details");

  private static final String SERVICE = "opsgenie";
  private static final String API_KEY = "api_key";
  private static final String REGION = "region";
  private static final String EUROPE = "eu";
  private static final String ALERTS = "/v2/alerts";
  private static final URI API = URI.create("https://api.opsgenie.com");
  private static final URI API_EUROPE = URI.create("https://api.eu.opsgenie.com");
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.masked(API_KEY, "the API key of the Opsgenie integration")
          .build(),
      Property.builder(REGION, "where the Opsgenie account is (us/eu)")
          .optional()
          .form(List.of("us", EUROPE)::contains, "\"us\" or \"eu\"")
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Opsgenie() {}

  /**
   * An output to one integration of an account that is not in Europe.
   *
   * @param id the name of the output
   * @param apiKey the API key of the integration
   * @param http how to reach Opsgenie
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret apiKey, Http http) {
    return to(id, apiKey, http, API);
  }

  /**
   * An output to one integration of an account in Europe.
   *
   * @param id the name of the output
   * @param apiKey the API key of the integration
   * @param http how to reach Opsgenie
   * @return the output
   */
  public static OutputDispatcher toEurope(OutputId id, Secret apiKey, Http http) {
    return to(id, apiKey, http, API_EUROPE);
  }

  static OutputDispatcher to(OutputId id, Secret apiKey, Http http, URI api) {
    return new HttpOutput(id, http, attempt -> {
      String key = DedupKey.of(id, attempt.request().alert());
      String body = WireJson.of(OpsgenieAlert.of(attempt.request(), key));
      attempt.succeed(HttpCall.postJson(Urls.below(api, ALERTS), body)
          .header("Authorization", "GenieKey " + attempt.reveal(apiKey)));
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
    Secret key = ServiceProperties.required(id, credentials, API_KEY);
    return to(id, key, http.get(), api(plain.getOrDefault(REGION, "")));
  }

  static URI api(String region) {
    return region.equals(EUROPE) ? API_EUROPE : API;
  }
}
