package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code slack}: a message in the channel of an incoming webhook for each alert. Its
 * one property is {@code url}, the secret URL of the webhook.
 *
 * <pre>{@code
 * OutputDispatcher slack = Slack.to(OutputId.of("slack", "security"),
 *     Secret.fromEnv("SLACK_URL"), Http.fromEnvironment());
 * }</pre>
 *
 * <p>Unless publishers say otherwise, the message shows the record of the publication. Slack knows
 * no key that makes a repeated message count once, so an alert whose attempt was repeated may stand
 * there twice. Thread-safe.
 */
public final class Slack implements OutputProvider {

  /** What the message says; default the name of the rule. Up to 40,000 characters are kept. */
  public static final PublicationKey<String> TEXT = PublicationKey.text("@slack.text");

  /**
   * The attachments of the message, each a map of the fields that Slack knows; default the record.
   * Up to 20 are kept, and 4,000 characters of the text of each.
   */
  public static final PublicationKey<List<FieldValue>> ATTACHMENTS =
      PublicationKey.list("@slack.attachments");

  /**
   * The blocks of the message, each a map in the form of Block Kit. Up to 50 are kept. Then there
   * are attachments only if {@link #ATTACHMENTS} says so.
   */
  public static final PublicationKey<List<FieldValue>> BLOCKS =
      PublicationKey.list("@slack.blocks");

  static final String SERVICE = "slack";

  private static final String URL = "url";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.url(URL, "the full URL of the Slack webhook, with its secret part"));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Slack() {}

  /**
   * An output to one channel.
   *
   * @param id the name of the output
   * @param url the URL of the webhook
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Http http) {
    return new HttpOutput(id, http, new SlackWebhook(url));
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
    return to(id, ServiceProperties.required(id, credentials, URL), http.get());
  }
}
