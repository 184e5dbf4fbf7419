package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code komand}: starts a workflow of Komand, now InsightConnect, for each alert. Its
 * properties are the secrets {@code komand_auth_token} and {@code url}, that of the workflow's
 * trigger.
 *
 * <p>Komand knows no key that makes a repeated request count once, so an alert whose attempt was
 * repeated may start the workflow twice. Thread-safe.
 */
public final class Komand implements OutputProvider {

  /** The largest publication in bytes, {@value}; longer texts lose their middle. */
  public static final int LIMIT_DATA_BYTES = 1_000_000;

  private static final String TOKEN = "komand_auth_token";
  private static final String URL = "url";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.masked(TOKEN, "the token of Komand").build(),
      ServiceProperties.url(URL, "the full URL of the trigger of a workflow"));

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Komand() {}

  /**
   * An output to one workflow.
   *
   * @param id the name of the output
   * @param url the URL of its trigger
   * @param token the token of Komand
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Secret token, Http http) {
    return new HttpOutput(id, http, attempt -> {
      String message = message(attempt.request().publication());
      attempt.succeed(HttpCall.postJson(attempt.revealUrl(url), message)
          .header("Authorization", attempt.reveal(token)));
      return Delivery.delivered();
    });
  }

  static String message(Publication publication) {
    FieldValue data = Fitted.into(LIMIT_DATA_BYTES, WireJson.whole(publication));
    return WireJson.of(Map.of("data", data));
  }

  @Override
  public String service() {
    return "komand";
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    return to(
        id,
        ServiceProperties.required(id, credentials, URL),
        ServiceProperties.required(id, credentials, TOKEN),
        http.get());
  }
}
