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
 * The service {@code teams}: a card in a channel of Microsoft Teams for each alert. Its one property
 * is {@code url}, the secret URL of a webhook: of a workflow, which gets an Adaptive Card, or of an
 * Office 365 connector, which gets a connector card. The host of the URL tells which it is.
 *
 * <p>Teams knows no key that makes a repeated message count once, so an alert whose attempt was
 * repeated may stand there twice. Thread-safe.
 */
public final class Teams implements OutputProvider {

  /** The title of the card; default names the rule. */
  public static final PublicationKey<String> TITLE = PublicationKey.text("@teams.title");

  /** The text below the title; default the description of the rule. */
  public static final PublicationKey<String> DESCRIPTION =
      PublicationKey.text("@teams.description");

  /** The colour of a connector card, in six hexadecimal digits; default red, {@code E81123}. */
  public static final PublicationKey<String> CARD_COLOR = PublicationKey.text("@teams.card_color");

  /** Whether the card shows the record; default true. */
  public static final PublicationKey<Boolean> WITH_RECORD =
      PublicationKey.flag("@teams.with_record");

  /**
   * Further sections, or one: maps of {@code title}, {@code text} and {@code facts}, which are maps
   * of {@code name} and {@code value}. Anything else is left out.
   */
  public static final PublicationKey<FieldValue> ADDITIONAL_CARD_SECTIONS =
      PublicationKey.value("@teams.additional_card_sections");

  /** Buttons: maps of {@code text} and {@code url}, or lists of both. Up to 4 are kept. */
  public static final PublicationKey<List<FieldValue>> BUTTONS =
      PublicationKey.list("@teams.buttons");

  private static final String SERVICE = "teams";
  private static final String URL = "url";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.url(URL, "the full URL of the Teams webhook, with its secret part"));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Teams() {}

  /**
   * An output to one channel.
   *
   * @param id the name of the output
   * @param url the URL of the webhook
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Http http) {
    return new HttpOutput(id, http, new TeamsWebhook(url));
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
