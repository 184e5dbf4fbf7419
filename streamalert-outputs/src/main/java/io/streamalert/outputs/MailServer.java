package io.streamalert.outputs;

import io.streamalert.settings.Secret;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the properties of an e-mail output say, read for one attempt.
 *
 * @param host the server
 * @param port its port
 * @param security how it is spoken to
 * @param username who logs in; empty if nobody does
 * @param password with which password
 * @param from who sends
 * @param to who receives
 */
record MailServer(
    String host,
    int port,
    MailSecurity security,
    String username,
    String password,
    InternetAddress from,
    List<InternetAddress> to) {

  static final String HOST = "host";
  static final String PORT = "port";
  static final String SECURITY = "security";
  static final String USERNAME = "username";
  static final String PASSWORD = "password";
  static final String FROM = "from";
  static final String TO = "to";

  static MailServer of(Attempt attempt, Map<String, Secret> secrets) throws Undelivered {
    String host = value(attempt, secrets, HOST);
    String port = value(attempt, secrets, PORT);
    String security = value(attempt, secrets, SECURITY);
    MailSecurity known = security.isEmpty()
        ? MailSecurity.STARTTLS
        : MailSecurity.of(security).orElseThrow(() -> ofNoUse(SECURITY));
    if (host.isEmpty() || (known == MailSecurity.NONE && !Http.isThisMachine(host))) {
      throw Undelivered.later(
          HttpStatus.UNTIL_CORRECTED,
          "Without TLS nothing is sent beyond this machine. Correct \"host\" or \"security\".");
    }
    List<InternetAddress> from = addresses(FROM, value(attempt, secrets, FROM));
    return new MailServer(
        host,
        port.isEmpty() ? known.port() : port(port).orElseThrow(() -> ofNoUse(PORT)),
        known,
        value(attempt, secrets, USERNAME),
        value(attempt, secrets, PASSWORD),
        from.get(0),
        addresses(TO, value(attempt, secrets, TO)));
  }

  private static String value(Attempt attempt, Map<String, Secret> secrets, String name)
      throws Undelivered {
    Secret secret = secrets.get(name);
    return secret == null ? "" : attempt.reveal(secret).strip();
  }

  static Optional<Integer> port(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= 65_535);
  }

  /** No address may bring a line of its own into the head of a message. */
  private static List<InternetAddress> addresses(String name, String text) throws Undelivered {
    try {
      List<InternetAddress> addresses = List.of(InternetAddress.parse(text, true));
      if (!addresses.isEmpty() && text.chars().noneMatch(Character::isISOControl)) {
        return addresses;
      }
    } catch (AddressException e) {
      // Its message shows the address, so it ends here.
    }
    throw ofNoUse(name);
  }

  private static Undelivered ofNoUse(String name) {
    return Undelivered.later(
        HttpStatus.UNTIL_CORRECTED, "The value of \"" + name + "\" is of no use. Correct it.");
  }

  /** {@return nothing of the values, which are credentials} */
  @Override
  public String toString() {
    return "MailServer[]";
  }
}
