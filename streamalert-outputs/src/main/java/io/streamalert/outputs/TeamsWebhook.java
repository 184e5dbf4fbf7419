package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.settings.Secret;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Posts the card in the form that the webhook takes. */
record TeamsWebhook(Secret url) implements Attempt.Steps {

  /** Where the webhooks of connectors are; all others are of workflows. */
  private static final List<String> CONNECTORS =
      List.of(".webhook.office.com", "outlook.office.com", "outlook.office365.com");

  /** A connector answers 200 and tells in words what Teams said. */
  private static final Pattern FAILED = Pattern.compile("returned HTTP error ([0-9]{3})\\b");

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    URI webhook = attempt.revealUrl(url);
    TeamsCard card = new TeamsCard(attempt.request());
    String message = WireJson.of(
        isConnector(webhook.getHost()) ? ConnectorCard.of(card) : AdaptiveCard.of(card));
    HttpAnswer answer = attempt.succeed(HttpCall.postJson(webhook, message));
    Matcher failed = FAILED.matcher(answer.body());
    if (failed.find()) {
      int status = Integer.parseInt(failed.group(1));
      throw attempt.undelivered(new HttpAnswer(status, answer.headers(), ""));
    }
    return Delivery.delivered();
  }

  static boolean isConnector(String host) {
    return CONNECTORS.stream().anyMatch(host::endsWith);
  }
}
