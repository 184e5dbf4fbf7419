package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** PagerDuty's REST API, as far as incidents need it, for one attempt. */
final class PagerDutyApi {

  private static final String ID = "id";
  private static final String ACCEPT = "application/vnd.pagerduty+json;version=2";

  private final Attempt attempt;
  private final URI api;
  private final String token;
  private final String from;

  /** For the account of a token; changes are made in the name of a user, by e-mail address. */
  PagerDutyApi(Attempt attempt, URI api, String token, String from) {
    this.attempt = attempt;
    this.api = api;
    this.token = token;
    this.from = from;
  }

  /** The id of the user with an e-mail address. */
  Optional<String> user(String email) throws Undelivered {
    URI users = at("/users?query=" + Urls.encoded(email));
    FieldValue found = attempt.succeed(authorized(HttpCall.get(users))).json().at("users");
    return found.elements().stream()
        .filter(user -> user.at("email").asText().equalsIgnoreCase(email))
        .findFirst()
        .flatMap(user -> user.at(ID).asString());
  }

  /** The id of the priority with a name. */
  Optional<String> priority(String name) throws Undelivered {
    return get("/priorities").at("priorities").elements().stream()
        .filter(priority -> priority.at("name").is(name))
        .findFirst()
        .flatMap(priority -> priority.at(ID).asString());
  }

  /** The id of the incident that an event with a key made. */
  Optional<String> incident(String key) throws Undelivered {
    return get("/incidents?incident_key=" + Urls.encoded(key)).at("incidents").elements().stream()
        .findFirst()
        .flatMap(incident -> incident.at(ID).asString());
  }

  void change(String incident, Map<String, ?> fields) throws Undelivered {
    attempt.succeed(named(HttpCall.putJson(
        at("/incidents/" + Urls.encoded(incident)), WireJson.of(Map.of("incident", fields)))));
  }

  void askResponders(String incident, Map<String, ?> request) throws Undelivered {
    post("/incidents/" + Urls.encoded(incident) + "/responder_requests", request);
  }

  void addNote(String incident, String note) throws Undelivered {
    post(
        "/incidents/" + Urls.encoded(incident) + "/notes", Map.of("note", Map.of("content", note)));
  }

  private FieldValue get(String path) throws Undelivered {
    return attempt.succeed(named(HttpCall.get(at(path)))).json();
  }

  private void post(String path, Map<String, ?> body) throws Undelivered {
    attempt.succeed(named(HttpCall.postJson(at(path), WireJson.of(body))));
  }

  private URI at(String path) {
    return URI.create(api + path);
  }

  private HttpCall named(HttpCall call) {
    return authorized(call).header("From", from);
  }

  private HttpCall authorized(HttpCall call) {
    return call.header("Accept", ACCEPT).header("Authorization", "Token token=" + token);
  }
}
