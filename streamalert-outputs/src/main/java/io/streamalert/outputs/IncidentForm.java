package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an incident is changed to. */
final class IncidentForm {

  static final int LIMIT_TITLE = 1_024;
  static final int LIMIT_BODY = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(IncidentForm.class);
  private static final Set<String> URGENCIES = Set.of("low", "high");
  private static final String TYPE = "type";

  private final Alert alert;
  private final Publication publication;
  private final FieldValue context;
  private final PagerDutyApi pagerDuty;
  private final String service;
  private final String policy;

  IncidentForm(DeliveryRequest request, PagerDutyApi pagerDuty, String service, String policy) {
    alert = request.alert();
    publication = request.publication();
    context = context(alert);
    this.pagerDuty = pagerDuty;
    this.service = service;
    this.policy = policy;
  }

  /** What the rule says of the incident. */
  static FieldValue context(Alert alert) {
    return alert.context().getOrDefault(PagerDutyIncident.SERVICE, FieldValue.missing());
  }

  /** Whether the event may show the record. */
  boolean withRecord() {
    FieldValue wanted = context.at("with_record");
    return wanted.isMissing() || wanted.isTruthy();
  }

  Map<String, Object> fields() throws Undelivered {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(TYPE, "incident");
    fields.put("title", title());
    fields.put("service", reference(service, "service"));
    fields.put("body", Map.of(TYPE, "incident_body", "details", body()));
    addPriority(fields);
    addAssignment(fields);
    urgency().ifPresent(urgency -> fields.put("urgency", urgency));
    return fields;
  }

  private String title() {
    return Texts.elide(
        publication
            .get(PagerDutyIncident.INCIDENT_TITLE)
            .filter(given -> !given.isBlank())
            .orElse("StreamAlert Incident - Rule triggered: " + alert.ruleName()),
        LIMIT_TITLE);
  }

  private String body() {
    return Texts.elide(
        publication.get(PagerDutyIncident.INCIDENT_BODY).orElse(alert.ruleDescription()),
        LIMIT_BODY);
  }

  private void addPriority(Map<String, Object> fields) throws Undelivered {
    String name = context.at("incident_priority").textOr("");
    if (!name.isEmpty()) {
      pagerDuty
          .priority(name)
          .ifPresent(priority -> fields.put("priority", reference(priority, "priority")));
    }
  }

  /** A user or else a policy; PagerDuty takes only one of them. */
  private void addAssignment(Map<String, Object> fields) throws Undelivered {
    String email = context.at("assigned_user").textOr("");
    Optional<String> user = email.isEmpty() ? Optional.empty() : pagerDuty.user(email);
    if (user.isPresent()) {
      fields.put("assignments", List.of(Map.of("assignee", reference(user.get(), "user"))));
      return;
    }
    String chosen = context.at("assigned_policy_id").textOr(policy);
    fields.put("escalation_policy", reference(chosen, "escalation_policy"));
  }

  private Optional<String> urgency() {
    Optional<String> given = publication.get(PagerDutyIncident.URGENCY);
    if (given.filter(urgency -> !URGENCIES.contains(urgency)).isPresent()) {
      LOG.warn("The urgency for PagerDuty of alert {} is neither low nor high", alert.id());
    }
    return given.filter(URGENCIES::contains);
  }

  static Map<String, String> reference(String id, String what) {
    return Map.of("id", id, TYPE, what + "_reference");
  }
}
