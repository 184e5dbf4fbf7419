package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.output.Delivery;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Secret;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks whether a hash is banned, and bans it if it is not. */
record BanFlow(Secret url, Secret token) implements Attempt.Steps {

  private static final String PATH = "/api/v1/banning/blacklist";
  private static final String MD5 = "[0-9A-Fa-f]{32}";
  private static final String ENABLED = "enabled";
  private static final String TEXT = "text";
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    String md5 = hash(attempt.request().alert());
    HttpAnswer found =
        attempt.send(authorized(attempt, HttpCall.get(attempt.revealUrl(url, PATH + "/" + md5))));
    if (!found.isSuccess() && found.status() != NOT_FOUND) {
      throw attempt.undelivered(found);
    }
    if (!found.json().at(ENABLED).is(true)) {
      ban(attempt, ban(md5, found));
    }
    return Delivery.delivered(md5);
  }

  private void ban(Attempt attempt, Map<String, ?> ban) throws Undelivered {
    HttpAnswer answer = attempt.send(
        authorized(attempt, HttpCall.postJson(attempt.revealUrl(url, PATH), WireJson.of(ban))));
    if (answer.status() == CONFLICT) {
      throw Undelivered.later(
          Duration.ZERO, "Somebody else changed the ban of the hash at the same time.");
    }
    if (!answer.isSuccess()) {
      throw attempt.undelivered(answer);
    }
  }

  /** A ban, or one that was lifted, with its text and once more enabled. */
  static Map<String, ?> ban(String md5, HttpAnswer found) {
    Map<String, Object> ban = new LinkedHashMap<>();
    ban.put("md5hash", md5);
    ban.put(TEXT, found.json().at(TEXT).textOr("Banned from StreamAlert"));
    if (found.isSuccess()) {
      ban.put(ENABLED, true);
    }
    return ban;
  }

  private HttpCall authorized(Attempt attempt, HttpCall call) throws Undelivered {
    return call.header("X-Auth-Token", attempt.reveal(token));
  }

  private static String hash(Alert alert) throws Undelivered {
    FieldValue context = alert.context().getOrDefault(CarbonBlack.SERVICE, FieldValue.missing());
    if (!context.exists()) {
      throw Undelivered.rejected(
          "The context of the alert does not say under \"carbonblack\" what to do. Let the rule"
              + " put \"action\" and \"value\" there.");
    }
    if (!context.at("action").is("ban")) {
      throw Undelivered.rejected(
          "The \"action\" of the context is not \"ban\", the only one that there is.");
    }
    String hash = context.at("value").asText();
    if (!hash.matches(MD5)) {
      throw Undelivered.rejected("The \"value\" of the context is no MD5 hash of 32 digits.");
    }
    return hash;
  }
}
