package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.PublicationKey;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;

/**
 * The service {@code smtp}: an e-mail for each alert, as text and as HTML, with the record as a file
 * of JSON. Its properties are {@code host}, {@code from} and {@code to} (addresses with commas
 * between them), and, each of which may be left out, {@code port}, {@code security}, {@code username}
 * and the secret {@code password}.
 *
 * <p>{@code security} is {@code starttls} (default, port 587), {@code tls} (port 465), or {@code none}
 * (port 25), which is for this machine only. Certificates are always verified. A message goes to all
 * addresses or to none. Its {@code Message-ID} follows from the id of the alert, by which many
 * servers and programs know a message that comes again; others show it twice. Thread-safe.
 */
public final class Smtp implements OutputProvider {

  /** The largest attachment in bytes, before its encoding: {@value}. */
  public static final int LIMIT_ATTACHMENT_BYTES = 5_000_000;

  /** The subject; default severity and title of the alert. Up to 200 characters are kept. */
  public static final PublicationKey<String> SUBJECT = PublicationKey.text("@smtp.subject");

  /** The text; default tells of alert and record. Up to 100,000 characters are kept. */
  public static final PublicationKey<String> BODY = PublicationKey.text("@smtp.body");

  /**
   * The HTML, which must be escaped where it shows values of the record; default the text as it is.
   * One of more than 500,000 characters is not sent.
   */
  public static final PublicationKey<String> HTML = PublicationKey.text("@smtp.html");

  /** Whether the record is attached; default true. */
  public static final PublicationKey<Boolean> ATTACH_RECORD =
      PublicationKey.flag("@smtp.attach_record");

  private static final List<Property> PROPERTIES = List.of(
      word(MailServer.HOST, "the name of the mail server").build(),
      word(MailServer.PORT, "the port, if not that of the kind of security")
          .optional()
          .form(text -> MailServer.port(text).isPresent(), "a whole number from 1 to 65535")
          .build(),
      word(MailServer.SECURITY, "starttls, tls, or none for this machine")
          .optional()
          .form(text -> MailSecurity.of(text).isPresent(), "starttls, tls or none")
          .build(),
      word(MailServer.USERNAME, "the name to log in with").optional().build(),
      ServiceProperties.masked(MailServer.PASSWORD, "the password to log in with")
          .forbidden("")
          .optional()
          .build(),
      word(MailServer.FROM, "the address of the sender").forbidden("\r\n").build(),
      word(MailServer.TO, "the addresses of the receivers, with commas between them")
          .forbidden("\r\n")
          .build());

  private final SharedHttp http = new SharedHttp();

  /** A provider whose outputs trust the {@linkplain Http#fromEnvironment environment's} certificates. */
  public Smtp() {}

  private static Property.Builder word(String name, String description) {
    return Property.builder(name, description).credential().forbidden(" ");
  }

  /**
   * An output to some addresses.
   *
   * @param id the name of the output
   * @param credentials the properties by name
   * @param http knows the certificates that are trusted; its proxy is not used
   * @return the output
   * @throws io.streamalert.settings.ConfigException if a property is not there
   */
  public static OutputDispatcher to(OutputId id, Map<String, Secret> credentials, Http http) {
    List.of(MailServer.HOST, MailServer.FROM, MailServer.TO)
        .forEach(name -> ServiceProperties.required(id, credentials, name));
    if (credentials.containsKey(MailServer.USERNAME)) {
      ServiceProperties.required(id, credentials, MailServer.PASSWORD);
    }
    return new HttpOutput(id, http, new MailFlow(Map.copyOf(credentials)));
  }

  @Override
  public String service() {
    return "smtp";
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    return to(id, credentials, http.get());
  }
}
