package io.streamalert.outputs;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** An e-mail that tells of an alert, and knows whether all of it was written. For one attempt. */
final class MailMessage extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String id;
  private boolean written;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  static MailMessage of(Session session, Attempt attempt, MailServer server)
      throws MessagingException {
    MailMessage message =
        new MailMessage(session, id(attempt.request().alert().id().toString(), server.from()));
    MailText text = new MailText(attempt.request());
    message.address(server, attempt.now());
    message.setSubject(text.subject(), UTF_8);
    message.setContent(content(text));
    message.saveChanges();
    return message;
  }

  private static String id(String alert, InternetAddress from) {
    String address = from.getAddress();
    return "<" + alert + "@" + address.substring(address.indexOf('@') + 1) + ">";
  }

  private void address(MailServer server, Instant now) throws MessagingException {
    setFrom(server.from());
    setRecipients(Message.RecipientType.TO, server.to().toArray(InternetAddress[]::new));
    setSentDate(Date.from(now));
    // Keeps programs that answer mail, such as those of people on holiday, from answering this.
    setHeader("Auto-Submitted", "auto-generated");
  }

  private static MimeMultipart content(MailText text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), UTF_8, "html");
    MimeMultipart bodies = new MimeMultipart("alternative", plain, html);
    Optional<String> attachment = text.attachment();
    if (attachment.isEmpty()) {
      return bodies;
    }
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(bodies);
    return new MimeMultipart("mixed", body, attached(attachment.orElseThrow()));
  }

  private static MimeBodyPart attached(String json) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(
        new ByteArrayDataSource(json.getBytes(StandardCharsets.UTF_8), "application/json")));
    part.setFileName("record.json");
    part.setDisposition(Part.ATTACHMENT);
    part.setHeader("Content-Transfer-Encoding", "base64");
    return part;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    super.writeTo(out, without);
    written = true;
  }

  /** Whether the server may have all of it. */
  boolean isWritten() {
    return written;
  }

  /** The {@code Message-ID}. */
  String id() {
    return id;
  }
}
