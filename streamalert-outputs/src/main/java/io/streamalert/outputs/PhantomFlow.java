package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds or makes the container of the rule, then adds the artifact. */
record PhantomFlow(Secret url, Secret token) implements Attempt.Steps {

  /** Of the 1,000,000 bytes of an artifact, for the record and again for the publication. */
  static final int LIMIT_PART_BYTES = 490_000;

  static final int LIMIT_DESCRIPTION = 10_000;

  private static final String ID = "id";
  private static final String CONTAINERS = "/rest/container";

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    Alert alert = attempt.request().alert();
    Optional<FieldValue> known = find(attempt, alert.ruleName());
    FieldValue container =
        known.isPresent() ? known.orElseThrow() : add(attempt, CONTAINERS, container(alert));
    FieldValue artifact = add(attempt, "/rest/artifact", artifact(attempt.request(), container));
    return Delivery.delivered(artifact.asText());
  }

  private Optional<FieldValue> find(Attempt attempt, String rule) throws Undelivered {
    String filter = URLEncoder.encode(FieldValue.of(rule).toJson(), StandardCharsets.UTF_8);
    String path = CONTAINERS + "?_filter_name=" + filter + "&page_size=1";
    HttpAnswer answer =
        attempt.succeed(authorized(attempt, HttpCall.get(attempt.revealUrl(url, path))));
    return answer.json().at("data").elements().stream()
        .map(container -> container.at(ID))
        .filter(FieldValue::exists)
        .findFirst();
  }

  /** The id of what was added, or of what was there under the same identifier. */
  private FieldValue add(Attempt attempt, String path, Map<String, ?> body) throws Undelivered {
    HttpAnswer answer = attempt.send(
        authorized(attempt, HttpCall.postJson(attempt.revealUrl(url, path), WireJson.of(body))));
    FieldValue existing = answer.json().at("existing_artifact_id");
    if (existing.exists()) {
      return existing;
    }
    if (!answer.isSuccess()) {
      throw attempt.undelivered(answer);
    }
    FieldValue id = answer.json().at(ID);
    if (answer.json().at("failed").isTruthy() || !id.exists()) {
      throw Undelivered.rejected("phantom answered that it did not add what it was sent.");
    }
    return id;
  }

  private HttpCall authorized(Attempt attempt, HttpCall call) throws Undelivered {
    return call.header("ph-auth-token", attempt.reveal(token));
  }

  static Map<String, ?> container(Alert alert) {
    return Map.of(
        "name",
        alert.ruleName(),
        "description",
        Texts.elide(alert.ruleDescription(), LIMIT_DESCRIPTION));
  }

  static Map<String, ?> artifact(DeliveryRequest request, FieldValue container) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("cef", Fitted.into(LIMIT_PART_BYTES, WireJson.record(request.publication())));
    artifact.put("container_id", container);
    artifact.put("data", Fitted.into(LIMIT_PART_BYTES, WireJson.whole(request.publication())));
    artifact.put("name", "Phantom Artifact");
    artifact.put("label", "Alert");
    artifact.put("source_data_identifier", request.alert().id().toString());
    return artifact;
  }
}
