package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.settings.Secret;
import java.util.Set;

/** Posts the message. */
record SlackWebhook(Secret url) implements Attempt.Steps {

  /** What Slack may answer in so many words; any other answer is not told. */
  private static final Set<String> WORDS = Set.of(
      "action_prohibited",
      "channel_is_archived",
      "channel_not_found",
      "invalid_attachments",
      "invalid_blocks",
      "invalid_payload",
      "invalid_token",
      "no_active_hooks",
      "no_service",
      "no_service_id",
      "no_team",
      "no_text",
      "posting_to_general_channel_denied",
      "rate_limited",
      "team_disabled",
      "too_many_attachments",
      "user_not_found");

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    String message = WireJson.of(SlackMessage.of(attempt.request()));
    HttpAnswer answer = attempt.send(HttpCall.postJson(attempt.revealUrl(url), message));
    if (answer.isSuccess()) {
      return Delivery.delivered();
    }
    String word = answer.body().strip();
    throw attempt.undelivered(answer, WORDS.contains(word) ? word : "");
  }
}
