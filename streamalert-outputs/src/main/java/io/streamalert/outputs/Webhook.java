package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service {@code webhook}: a signed request to a program of your own for each alert. The body is
 * the payload of the publication as JSON. The properties are the secrets {@code url}, {@code secret}
 * and, while the key is changed, {@code former_secret}.
 *
 * <p>Header {@code StreamAlert-Timestamp} holds the time in seconds since 1970, and {@code
 * StreamAlert-Signature} for each key {@code v1=} and the HMAC-SHA256 of timestamp, full stop and
 * body in hexadecimal digits, with a comma between two. Header {@code Idempotency-Key} holds the id
 * of the alert, by which a receiver knows an alert that comes again. Thread-safe.
 */
public final class Webhook implements OutputProvider {

  /** The least number of characters of a key, {@value}. */
  public static final int LEAST_OF_SECRET = 16;

  /** The largest body in bytes, {@value}; longer texts lose their middle, lists and maps their end. */
  public static final int LIMIT_BODY_BYTES = 1_000_000;

  private static final String URL = "url";
  private static final String KEY = "secret";
  private static final String FORMER_KEY = "former_secret";
  private static final List<Property> PROPERTIES = List.of(
      ServiceProperties.url(URL, "the full URL of the receiver"),
      key(KEY, "the key that signs messages").build(),
      key(FORMER_KEY, "the former key, until all receivers know the new one")
          .optional()
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs use the {@linkplain Http#fromEnvironment environment's} client. */
  public Webhook() {}

  private static Property.Builder key(String name, String description) {
    return ServiceProperties.masked(name, description)
        .form(
            text -> text.length() >= LEAST_OF_SECRET,
            "a text of at least " + LEAST_OF_SECRET + " characters");
  }

  /**
   * An output to one receiver.
   *
   * @param id the name of the output
   * @param url where to send messages
   * @param secret the key that signs them
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, Secret secret, Http http) {
    return to(id, url, List.of(secret), http);
  }

  /**
   * An output whose messages bear several signatures, so that the key can be changed while receivers
   * know one of them.
   *
   * @param id the name of the output
   * @param url where to send messages
   * @param secrets the keys, each of which signs them; an empty one does not
   * @param http how to reach it
   * @return the output
   */
  public static OutputDispatcher to(OutputId id, Secret url, List<Secret> secrets, Http http) {
    return new HttpOutput(id, http, new SignedMessage(url, List.copyOf(secrets)));
  }

  @Override
  public String service() {
    return "webhook";
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    List<Secret> keys = Stream.concat(
            Stream.of(ServiceProperties.required(id, credentials, KEY)),
            Optional.ofNullable(credentials.get(FORMER_KEY)).stream())
        .toList();
    return to(id, ServiceProperties.required(id, credentials, URL), keys, http.get());
  }
}
