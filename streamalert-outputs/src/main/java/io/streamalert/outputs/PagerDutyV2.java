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
 * The service {@code pagerduty-v2}: an event by version 2 of PagerDuty's Events API for each alert.
 * Its one property is the secret {@code routing_key}, the key of an integration.
 *
 * <p>Each event has a key of its alert, so an alert that is sent again adds to its incident while
 * that is open. Thread-safe.
 */
public final class PagerDutyV2 implements OutputProvider {

  /** What happened, up to 1,024 characters; default the name of the rule. */
  public static final PublicationKey<String> SUMMARY = PublicationKey.text("@pagerduty-v2.summary");

  /** What else there is to know; default the description of the rule and the record. */
  public static final PublicationKey<Map<String, FieldValue>> CUSTOM_DETAILS =
      PublicationKey.map("@pagerduty-v2.custom_details");

  /** {@code critical}, which is the default, {@code error}, {@code warning} or {@code info}. */
  public static final PublicationKey<String> SEVERITY =
      PublicationKey.text("@pagerduty-v2.severity");

  /** A link to the program that saw it; default none. */
  public static final PublicationKey<String> CLIENT_URL =
      PublicationKey.text("@pagerduty-v2.client_url");

  /** Images: maps of {@code src}, {@code href} and {@code alt}. Those without source are left out. */
  public static final PublicationKey<List<FieldValue>> IMAGES =
      PublicationKey.list("@pagerduty-v2.images");

  /** Links: maps of {@code href} and {@code text}. Those without address are left out. */
  public static final PublicationKey<List<FieldValue>> LINKS =
      PublicationKey.list("@pagerduty-v2.links");

  /** The part of the system that is concerned; default none. */
  public static final PublicationKey<String> COMPONENT =
      PublicationKey.text("@pagerduty-v2.component");

  /** The group of parts; default none. */
  public static final PublicationKey<String> GROUP = PublicationKey.text("@pagerduty-v2.group");

  /** The class of events; default none. */
  public static final PublicationKey<String> CLASS = PublicationKey.text("@pagerduty-v2.class");

  static final URI EVENTS = URI.create("https://events.pagerduty.com/v2/enqueue");

  private static final String SERVICE = "pagerduty-v2";
  private static final String ROUTING_KEY = "routing_key";
  private static final List<Property> PROPERTIES =
      List.of(ServiceProperties.masked(ROUTING_KEY, "the routing key of the PagerDuty integration")
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public PagerDutyV2() {}

  /**
   * An output to one integration.
   *
   * @param id the name of the output
   * @param routingKey the routing key
   * @param http how to reach PagerDuty
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret routingKey, Http http) {
    return to(id, routingKey, http, EVENTS);
  }

  static OutputDispatcher to(OutputId id, Secret routingKey, Http http, URI events) {
    return new HttpOutput(id, http, attempt -> {
      String key = DedupKey.of(id, attempt.request().alert());
      PagerDutyEvent event = new PagerDutyEvent(attempt.request());
      String body = WireJson.of(event.second(attempt.reveal(routingKey), key, true));
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
    return to(id, ServiceProperties.required(id, credentials, ROUTING_KEY), http.get());
  }
}
