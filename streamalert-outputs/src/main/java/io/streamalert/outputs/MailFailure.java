package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a failure to send an e-mail means. What a server answered in words may repeat the message, so
 * only its codes are told.
 */
final class MailFailure {

  private static final int PERMANENT = 500;
  private static final int TEMPORARY = 400;
  private static final Set<Integer> NOT_LOGGED_IN = Set.of(530, 534, 535, 538);

  private MailFailure() {}

  /** While there was no connection yet, so that nothing was sent. */
  static Undelivered ofConnection(Exception e) {
    List<Throwable> chain = chain(e);
    if (chain.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
      return unauthorized("");
    }
    if (chain.stream().anyMatch(SSLException.class::isInstance)) {
      return Undelivered.later(
          HttpStatus.UNTIL_CORRECTED,
          "The certificate of the mail server is not trusted, or TLS failed otherwise. Where a"
              + " company signs its own, name its certificates by " + HttpEnvironment.CA_FILE
              + ".");
    }
    return Undelivered.later(Duration.ZERO, "No connection to the mail server, or none with TLS.");
  }

  /** While the message was sent, of which the server may have all. */
  static Undelivered ofMessage(MessagingException e, boolean written) {
    OptionalInt worst = chain(e).stream().mapToInt(MailFailure::code).max();
    int code = worst.orElse(0);
    String told = "The mail server answered " + code;
    if (NOT_LOGGED_IN.contains(code)) {
      return unauthorized(" with " + code);
    }
    if (code >= PERMANENT) {
      return Undelivered.rejected(told + ": it does not take the message or an address.");
    }
    if (code >= TEMPORARY) {
      return Undelivered.later(Duration.ZERO, told + ": not now.");
    }
    return written
        ? Undelivered.as(Delivery.unknown("The mail server did not say that it has the message."))
        : Undelivered.later(Duration.ZERO, "The connection to the mail server broke.");
  }

  private static Undelivered unauthorized(String how) {
    return Undelivered.unauthorized(Delivery.retryAfter(
        HttpStatus.UNTIL_CORRECTED,
        "The mail server does not accept the credentials" + how + ". Renew them."));
  }

  private static List<Throwable> chain(Throwable first) {
    return Stream.iterate(first, each -> each != null, Throwable::getCause)
        .limit(100)
        .toList();
  }

  /** The code of the server's answer; 0 or less if it gave none. */
  private static int code(Throwable failure) {
    if (failure instanceof SMTPSendFailedException sent) {
      return sent.getReturnCode();
    }
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    return failure instanceof SMTPSenderFailedException sender ? sender.getReturnCode() : 0;
  }
}
