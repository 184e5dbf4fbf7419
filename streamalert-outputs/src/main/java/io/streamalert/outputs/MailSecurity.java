package io.streamalert.outputs;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a mail server is spoken to. */
enum MailSecurity {
  STARTTLS(587),
  TLS(465),
  NONE(25);

  private final int port;

  MailSecurity(int port) {
    this.port = port;
  }

  static Optional<MailSecurity> of(String text) {
    return Stream.of(values())
        .filter(security -> security.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }

  /** The port that servers listen at unless something else is said. */
  int port() {
    return port;
  }
}
