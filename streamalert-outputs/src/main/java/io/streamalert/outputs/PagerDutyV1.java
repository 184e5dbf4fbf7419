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
 * The service {@code pagerduty}: an event by version 1 of PagerDuty's Events API for each alert. Its
 * one property is the secret {@code service_key}. {@link PagerDutyV2} is the newer one.
 *
 * <p>Each event has a key of its alert, so an alert that is sent again adds to its incident while
 * that is open. Thread-safe.
 */
public final class PagerDutyV1 implements OutputProvider {

  /** What happened, up to 1,024 characters; default the name of the rule. */
  public static final PublicationKey<String> DESCRIPTION =
      PublicationKey.text("@pagerduty.description");

  /** What else there is to know; default the description of the rule and the record. */
  public static final PublicationKey<Map<String, FieldValue>> DETAILS =
      PublicationKey.map("@pagerduty.details");

  /** A link to the program that saw it; default none. */
  public static final PublicationKey<String> CLIENT_URL =
      PublicationKey.text("@pagerduty.client_url");

  /**
   * Links and images: maps of {@code type} {@code link}, {@code href} and {@code text}, or of {@code
   * type} {@code image} and {@code src}. Others are left out.
   */
  public static final PublicationKey<List<FieldValue>> CONTEXTS =
      PublicationKey.list("@pagerduty.contexts");

  private static final String SERVICE = "pagerduty";
  private static final String SERVICE_KEY = "service_key";
  private static final URI EVENTS =
      URI.create("https://events.pagerduty.com/generic/2010-04-15/create_event.json");
  private static final List<Property> PROPERTIES =
      List.of(ServiceProperties.masked(SERVICE_KEY, "the service key of the PagerDuty integration")
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public PagerDutyV1() {}

  /**
   * An output to one integration.
   *
   * @param id the name of the output
   * @param serviceKey the service key
   * @param http how to reach PagerDuty
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret serviceKey, Http http) {
    return to(id, serviceKey, http, EVENTS);
  }

  static OutputDispatcher to(OutputId id, Secret serviceKey, Http http, URI events) {
    return new HttpOutput(id, http, attempt -> {
      String key = DedupKey.of(id, attempt.request().alert());
      PagerDutyEvent event = new PagerDutyEvent(attempt.request());
      String body = WireJson.of(event.first(attempt.reveal(serviceKey), key));
      attempt.succeed(HttpCall.postJson(events, body));
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
    return to(id, ServiceProperties.required(id, credentials, SERVICE_KEY), http.get());
  }
}
