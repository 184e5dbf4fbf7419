package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Responders and note of an incident. What goes wrong with them is told in one more note. */
final class IncidentExtras {

  static final int LIMIT_NOTE = 20_000;

  private static final Logger LOG = LoggerFactory.getLogger(IncidentExtras.class);
  private static final String STANDARD_NOTE = "Creating SOX Incident";
  private static final String STANDARD_MESSAGE =
      "An incident was reported that requires your attention.";

  private final DeliveryRequest request;
  private final FieldValue context;
  private final PagerDutyApi pagerDuty;
  private final String incident;
  private final List<String> problems = new ArrayList<>();

  IncidentExtras(DeliveryRequest request, PagerDutyApi pagerDuty, String incident) {
    this.request = request;
    this.context = IncidentForm.context(request.alert());
    this.pagerDuty = pagerDuty;
    this.incident = incident;
  }

  /** Asks the responders in the name of a user, then adds the note. */
  void add(String user) {
    responders().forEach(email -> tried("A responder was not asked", () -> ask(user, email)));
    String note = note();
    if (!note.isEmpty()) {
      tried("The note was not added", () -> pagerDuty.addNote(incident, note));
    }
    tellProblems();
  }

  private List<String> responders() {
    FieldValue responders = context.at("responders");
    return responders
        .asString()
        .map(List::of)
        .orElseGet(() -> responders.elements().stream()
            .map(FieldValue::asString)
            .flatMap(Optional::stream)
            .toList());
  }

  private void ask(String user, String email) throws Undelivered {
    String responder = pagerDuty
        .user(email)
        .orElseThrow(() -> Undelivered.rejected("PagerDuty does not know the e-mail address"));
    pagerDuty.askResponders(
        incident,
        Map.of(
            "requester_id",
            user,
            "message",
            Texts.elide(context.at("responder_message").textOr(STANDARD_MESSAGE), LIMIT_NOTE),
            "responder_request_targets",
            List.of(
                Map.of("responder_request_target", IncidentForm.reference(responder, "user")))));
  }

  private String note() {
    FieldValue ofContext = context.at("note");
    String note = request
        .publication()
        .get(PagerDutyIncident.NOTE)
        .orElseGet(() -> ofContext.isMissing() ? STANDARD_NOTE : ofContext.asText());
    return Texts.elide(note.strip(), LIMIT_NOTE);
  }

  /** A step that may fail. */
  @FunctionalInterface
  private interface Step {
    void run() throws Undelivered;
  }

  private void tried(String what, Step step) {
    try {
      step.run();
    } catch (Undelivered e) {
      problems.add(what + ": " + reason(e.delivery()));
    }
  }

  private static String reason(Delivery delivery) {
    return delivery.fold(
        delivered -> "",
        Delivery.RetryAfter::reason,
        Delivery.Rejected::reason,
        Delivery.Unknown::reason);
  }

  private void tellProblems() {
    if (problems.isEmpty()) {
      return;
    }
    String told = String.join("\n", problems);
    try {
      pagerDuty.addNote(incident, Texts.elide(told, LIMIT_NOTE));
    } catch (Undelivered e) {
      LOG.warn("The incident of alert {} is not complete: {}", request.alert().id(), told);
    }
  }
}
