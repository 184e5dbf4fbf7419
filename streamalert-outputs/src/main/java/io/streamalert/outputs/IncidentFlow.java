package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The steps to an incident: user, event, incident, change; then responders and note, which never
 * make an attempt fail. What comes before them does no harm when it is done again.
 */
final class IncidentFlow implements Attempt.Steps {

  /** How long PagerDuty is given to make the incident of an event. */
  private static final Duration UNTIL_THERE = Duration.ofSeconds(5);

  private final OutputId id;
  private final Secret token;
  private final Secret from;
  private final Secret integrationKey;
  private final Secret service;
  private final Secret policy;
  private final URI api;
  private final URI events;

  IncidentFlow(OutputId id, Map<String, Secret> credentials, URI api, URI events) {
    this.id = id;
    token = ServiceProperties.required(id, credentials, PagerDutyIncident.TOKEN);
    from = ServiceProperties.required(id, credentials, PagerDutyIncident.EMAIL_FROM);
    integrationKey = ServiceProperties.required(id, credentials, PagerDutyIncident.INTEGRATION_KEY);
    service = ServiceProperties.required(id, credentials, PagerDutyIncident.SERVICE_ID);
    policy = ServiceProperties.required(id, credentials, PagerDutyIncident.POLICY_ID);
    this.api = api;
    this.events = events;
  }

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    DeliveryRequest request = attempt.request();
    PagerDutyApi pagerDuty =
        new PagerDutyApi(attempt, api, attempt.reveal(token), attempt.reveal(from));
    IncidentForm form =
        new IncidentForm(request, pagerDuty, attempt.reveal(service), attempt.reveal(policy));
    String key = DedupKey.of(id, request.alert());
    Optional<String> known = request.previousReference(key);
    if (known.isPresent()) {
      pagerDuty.change(known.get(), form.fields());
      return Delivery.delivered(known.get(), key);
    }
    String user = user(attempt, pagerDuty);
    String incident = incident(attempt, pagerDuty, form, key);
    pagerDuty.change(incident, form.fields());
    new IncidentExtras(request, pagerDuty, incident).add(user);
    return Delivery.delivered(incident, key);
  }

  private String user(Attempt attempt, PagerDutyApi pagerDuty) throws Undelivered {
    return pagerDuty
        .user(attempt.reveal(from))
        .orElseThrow(() -> Undelivered.later(
            HttpStatus.UNTIL_CORRECTED,
            "No user of PagerDuty has the e-mail address of \"email_from\". Correct it."));
  }

  /** In a repeated attempt the incident of the event may be there already. */
  private String incident(Attempt attempt, PagerDutyApi pagerDuty, IncidentForm form, String key)
      throws Undelivered {
    Optional<String> earlier =
        attempt.request().attempt() > 1 ? pagerDuty.incident(key) : Optional.empty();
    if (earlier.isPresent()) {
      return earlier.get();
    }
    PagerDutyEvent event = new PagerDutyEvent(attempt.request());
    String body = WireJson.of(event.second(attempt.reveal(integrationKey), key, form.withRecord()));
    attempt.succeed(HttpCall.postJson(events, body));
    return pagerDuty
        .incident(key)
        .orElseThrow(() -> Undelivered.later(
            UNTIL_THERE, "PagerDuty took the event, but has no incident of it yet."));
  }
}
