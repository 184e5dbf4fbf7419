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
 * The service {@code pagerduty-incident}: an incident in PagerDuty for each alert, with title, body,
 * priority, assignment, responders and a note. The event behind it takes the keys of {@link
 * PagerDutyV2}. All properties are secrets:
 *
 * <ul>
 *   <li>{@code token}: of the REST API
 *   <li>{@code email_from}: the e-mail address of the user in whose name incidents are changed
 *   <li>{@code integration_key}: of an integration of the service, by version 2 of the Events API
 *   <li>{@code service_id}: the service of the incidents
 *   <li>{@code escalation_policy_id}: whom an incident is assigned to by default
 *   <li>{@code service_name} and {@code escalation_policy}: for people only
 * </ul>
 *
 * <p>The context of the alert may hold under {@code pagerduty-incident}: {@code assigned_user} and
 * {@code responders} (e-mail addresses), {@code responder_message}, {@code assigned_policy_id},
 * {@code incident_priority} (a name), {@code note} and {@code with_record}.
 *
 * <p>PagerDuty makes the incident some time after its event, so the first attempt is often repeated.
 * Events of one alert add to one incident while that is open. Thread-safe.
 */
public final class PagerDutyIncident implements OutputProvider {

  /** The title of the incident; default names the rule. Up to 1,024 characters are kept. */
  public static final PublicationKey<String> INCIDENT_TITLE =
      PublicationKey.text("@pagerduty-incident.incident_title");

  /** The details in the body of the incident; default the description of the rule. */
  public static final PublicationKey<String> INCIDENT_BODY =
      PublicationKey.text("@pagerduty-incident.incident_body");

  /** A note; default the {@code note} of the context. An empty one is none. */
  public static final PublicationKey<String> NOTE = PublicationKey.text("@pagerduty-incident.note");

  /** {@code low} or {@code high}; default what the service says. */
  public static final PublicationKey<String> URGENCY =
      PublicationKey.text("@pagerduty-incident.urgency");

  static final String SERVICE = "pagerduty-incident";
  static final String TOKEN = "token";
  static final String SERVICE_ID = "service_id";
  static final String POLICY_ID = "escalation_policy_id";
  static final String EMAIL_FROM = "email_from";
  static final String INTEGRATION_KEY = "integration_key";

  private static final URI API = URI.create("https://api.pagerduty.com");
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.masked(TOKEN, "the API token of PagerDuty").build(),
      ServiceProperties.credential("service_name", "the name of the PagerDuty service")
          .build(),
      ServiceProperties.credential(SERVICE_ID, "the id of the PagerDuty service")
          .build(),
      ServiceProperties.credential("escalation_policy", "the name of the default escalation policy")
          .forbidden("")
          .build(),
      ServiceProperties.credential(POLICY_ID, "the id of the default escalation policy")
          .build(),
      ServiceProperties.credential(
              EMAIL_FROM, "the e-mail address of the PagerDuty user that changes incidents")
          .build(),
      ServiceProperties.credential(INTEGRATION_KEY, "the integration key of the PagerDuty service")
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public PagerDutyIncident() {}

  /**
   * An output to one service of PagerDuty.
   *
   * @param id the name of the output
   * @param credentials the properties by name; {@code service_name} and {@code escalation_policy}
   *     may be left out
   * @param http how to reach PagerDuty
   * @return the output
   * @throws io.streamalert.settings.ConfigException if a property is not there
   */
  public static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http) {
    return to(id, credentials, http, API, PagerDutyV2.EVENTS);
  }

  static OutputDispatcher to(
      OutputId id, Map<String, Secret> credentials, Http http, URI api, URI events) {
    return new HttpOutput(id, http, new IncidentFlow(id, credentials, api, events));
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
