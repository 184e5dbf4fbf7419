package io.streamalert.outputs;

import io.streamalert.output.Delivery;
import io.streamalert.settings.Secret;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects, logs in and sends the message. */
record MailFlow(Map<String, Secret> secrets) implements Attempt.Steps {

  private static final Logger LOG = LoggerFactory.getLogger(MailFlow.class);

  @Override
  public Delivery deliver(Attempt attempt) throws Undelivered {
    MailServer server = MailServer.of(attempt, secrets);
    Session session = session(server, attempt.tls());
    MailMessage message = message(session, attempt, server);
    try (MailConnection connection = new MailConnection(Http.time(attempt.timeLeft()));
        SMTPTransport transport = new SMTPTransport(session, new URLName("smtp://"))) {
      connect(transport, connection, attempt, server);
      send(transport, message, server);
    } catch (MessagingException e) {
      // What came of the message is known already.
      LOG.debug("The mail server did not let go: {}", e.getClass().getSimpleName());
    }
    return Delivery.delivered(message.id());
  }

  private static MailMessage message(Session session, Attempt attempt, MailServer server) {
    try {
      return MailMessage.of(session, attempt, server);
    } catch (MessagingException e) {
      throw new IllegalStateException("A message could not be made", e);
    }
  }

  private static void connect(
      SMTPTransport transport, MailConnection connection, Attempt attempt, MailServer server)
      throws Undelivered {
    try {
      transport.connect(connection.open(server, attempt.tls()));
    } catch (IOException | MessagingException e) {
      throw MailFailure.ofConnection(e);
    }
  }

  private static void send(SMTPTransport transport, MailMessage message, MailServer server)
      throws Undelivered {
    try {
      transport.sendMessage(message, server.to().toArray(InternetAddress[]::new));
    } catch (MessagingException e) {
      throw MailFailure.ofMessage(e, message.isWritten());
    }
  }

  private static Session session(MailServer server, SSLContext tls) {
    boolean starts = server.security() == MailSecurity.STARTTLS;
    Properties properties = new Properties();
    Map.of(
            "host", server.host(),
            "auth", Boolean.toString(!server.username().isEmpty()),
            "auth.mechanisms", "PLAIN LOGIN",
            "starttls.enable", Boolean.toString(starts),
            "starttls.required", Boolean.toString(starts),
            "ssl.checkserveridentity", "true",
            "ssl.socketFactory", tls.getSocketFactory(),
            "quitwait", "false")
        .forEach((name, value) -> properties.put("mail.smtp." + name, value));
    return Session.getInstance(properties, new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(server.username(), server.password());
      }
    });
  }
}
