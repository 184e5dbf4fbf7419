package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publication;
import io.streamalert.record.LogRecord;
import io.streamalert.settings.Secret;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages as a real mail server has them. */
class MailMessageTest {

  private static final Alert ALERT = Alert.builder(
          "a_rule",
          LogRecord.of("acme:login", "{\"user\":\"änn <b>\",\"line\":\"a\\r\\n.\\r\\nb\"}"),
          Instant.EPOCH)
      .title("Login of änn")
      .description("Somebody logged in.")
      .severity(Severity.HIGH)
      .build();

  private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", "smtp"));

  @BeforeEach
  void start() {
    server.start();
    server.setUser("alerts@acme.test", "alerts", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private MimeMessage sent(Publication publication) {
    OutputDispatcher output = Smtp.to(
        HttpOutputContract.id("smtp"),
        Map.of(
            "host", Secret.literal("localhost"),
            "port", Secret.literal(Integer.toString(server.getSmtp().getPort())),
            "security", Secret.literal("none"),
            "username", Secret.literal("alerts"),
            "password", Secret.literal("secret"),
            "from", Secret.literal("Alerts <alerts@acme.test>"),
            "to", Secret.literal("ann@acme.test")),
        Http.builder().build());
    Delivery delivery =
        output.dispatch(Requests.of(ALERT, publication, Instant.now().plusSeconds(20)));

    assertThat(delivery).isEqualTo(Delivery.delivered("<" + ALERT.id() + "@acme.test>"));
    MimeMessage[] all = server.getReceivedMessages();
    return all[all.length - 1];
  }

  private static List<BodyPart> parts(Object multipart) throws MessagingException {
    MimeMultipart whole = (MimeMultipart) multipart;
    BodyPart[] parts = new BodyPart[whole.getCount()];
    for (int number = 0; number < parts.length; number++) {
      parts[number] = whole.getBodyPart(number);
    }
    return List.of(parts);
  }

  private static String content(BodyPart part) throws IOException, MessagingException {
    return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theStandardMessage() throws IOException, MessagingException {
    MimeMessage message = sent(HttpOutputContract.standard(ALERT));
    List<BodyPart> parts = parts(message.getContent());
    List<BodyPart> bodies = parts(parts.get(0).getContent());

    assertThat(message.getSubject()).isEqualTo("[high] Login of änn");
    assertThat(message.getMessageID()).isEqualTo("<" + ALERT.id() + "@acme.test>");
    assertThat(message.getFrom()[0]).hasToString("Alerts <alerts@acme.test>");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getContentType()).startsWith("multipart/mixed");
    assertThat(parts.get(0).getContentType()).startsWith("multipart/alternative");
    assertThat(content(bodies.get(0)).replace("\r\n", "\n"))
        .isEqualTo("""
            high  Login of änn
              rule       a_rule
              log        acme:login from memory:records
              record     user=änn <b>, line=a\\u000d .\\u000d b
              triggered  1970-01-01T00:00:00Z, alert id ALERT, record id RECORD

            Somebody logged in.

            {
              "line": "a\\r\\n.\\r\\nb",
              "user": "änn <b>"
            }
            """.replace("ALERT", ALERT.id().toString())
            .replace("RECORD", ALERT.record().id().toString()));
    assertThat(bodies.get(1).getContentType()).startsWith("text/html");
    assertThat(content(bodies.get(1)))
        .startsWith("<!DOCTYPE html>")
        .contains("&quot;user&quot;: &quot;änn &lt;b&gt;&quot;")
        .doesNotContain("<b>");
    assertThat(parts.get(1).getFileName()).isEqualTo("record.json");
    assertThat(parts.get(1).getContentType()).startsWith("application/json");
    assertThat(content(parts.get(1))).isEqualTo(ALERT.record().content().toJson());
  }

  @Test
  void publishersSayWhatIsInIt() throws IOException, MessagingException {
    MimeMessage message = sent(Publication.empty()
        .with(Smtp.SUBJECT, "What")
        .with(Smtp.BODY, "A text")
        .with(Smtp.HTML, "<p>A text</p>")
        .with(Smtp.ATTACH_RECORD, false));
    List<BodyPart> bodies = parts(message.getContent());

    assertThat(message.getSubject()).isEqualTo("What");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(content(bodies.get(0))).isEqualTo("A text");
    assertThat(content(bodies.get(1))).isEqualTo("<p>A text</p>");
  }

  @Test
  void noValueBecomesAFieldOfTheHead() throws IOException, MessagingException {
    String evil = "a\r\nBcc: eve@evil.test\r\n\r\nb\u0085\u2028\rc\nX-Evil: 1\u0000";
    MimeMessage message = sent(
        Publication.empty().with(Smtp.SUBJECT, evil).with(Smtp.BODY, evil).with(Smtp.HTML, evil));

    assertThat(Collections.list(message.getAllHeaders()))
        .extracting(jakarta.mail.Header::getName)
        .doesNotContain("Bcc", "X-Evil");
    assertThat(message.getSubject()).startsWith("a Bcc: eve@evil.test b").doesNotContain("\n");
    assertThat(message.getAllRecipients()).hasSize(1);
  }

  @Test
  void whatIsTooLongIsCut() throws IOException, MessagingException {
    MimeMessage message = sent(Publication.of(
            Map.of("record", Map.of("a", "x".repeat(9_000_000)), "@smtp.html", "x".repeat(600_000)))
        .with(Smtp.SUBJECT, "s".repeat(500))
        .with(Smtp.BODY, "b".repeat(200_000)));
    List<BodyPart> parts = parts(message.getContent());

    assertThat(message.getSubject()).hasSizeLessThanOrEqualTo(200).contains(" ... ");
    assertThat(content(parts(parts.get(0).getContent()).get(0))).hasSize(99_999);
    assertThat(content(parts(parts.get(0).getContent()).get(1))).contains("<pre>bbb");
    assertThat(content(parts.get(1))).hasSizeBetween(10_000, 21_000);
  }
}
