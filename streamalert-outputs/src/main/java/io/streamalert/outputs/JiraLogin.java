package io.streamalert.outputs;

import io.streamalert.record.FieldValue;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How a user is known to Jira. */
@FunctionalInterface
interface JiraLogin {

  /** What a request needs to be one of the user's. */
  UnaryOperator<HttpCall> in(Attempt attempt, URI base) throws Undelivered;

  static UnaryOperator<HttpCall> basic(String user, String key) {
    return call -> call.basic(user, key);
  }

  /** Opens a session, whose cookie goes with each request. */
  static UnaryOperator<HttpCall> session(Attempt attempt, URI base, String user, String password)
      throws Undelivered {
    String body = WireJson.of(Map.of("username", user, "password", password));
    URI sessions = Urls.below(base, "/rest/auth/1/session");
    FieldValue session =
        attempt.succeed(HttpCall.postJson(sessions, body).asQuestion()).json().at("session");
    String name = session.at("name").asText();
    String value = session.at("value").asText();
    if (name.isEmpty() || value.isEmpty()) {
      throw Undelivered.later(
          HttpStatus.UNTIL_CORRECTED,
          "What the secret \"url\" names answered, but opened no session of Jira. Correct it.");
    }
    return call -> call.header("Cookie", name + "=" + value);
  }
}
