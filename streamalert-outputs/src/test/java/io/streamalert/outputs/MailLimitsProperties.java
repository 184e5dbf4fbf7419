package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.Alert;
import io.streamalert.output.DeliveryRequest;
import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the alert is, its e-mail is one that servers take, and says nothing in its head. */
class MailLimitsProperties {

  /** In bytes, far below what servers take. */
  private static final int LIMIT_MESSAGE = 10_000_000;

  /** RFC 5322, section 2.1.1. */
  private static final int LIMIT_LINE = 998;

  private static final Session SESSION = Session.getInstance(new Properties());
  private static final Http HTTP = Http.builder().build();

  @Provide
  Arbitrary<Alert> alerts() {
    return AnyAlerts.alerts();
  }

  @Provide
  Arbitrary<String> texts() {
    return AnyAlerts.texts();
  }

  @Property(tries = 20)
  void anyAlertIsWithinTheLimits(@ForAll("alerts") Alert alert)
      throws MessagingException, IOException {
    check(AnyAlerts.request(alert));
  }

  @Property(tries = 20)
  void anyTextsAreWithinTheLimits(@ForAll("texts") String subject, @ForAll("texts") String body)
      throws MessagingException, IOException {
    check(AnyAlerts.request(
        Requests.alert("A title"),
        Publication.empty()
            .with(Smtp.SUBJECT, subject)
            .with(Smtp.BODY, body)
            .with(Smtp.HTML, body)));
  }

  @Example
  void manyLargePartsAreWithinTheLimits() throws MessagingException, IOException {
    check(AnyAlerts.request(AnyAlerts.merged()));
  }

  private static void check(DeliveryRequest request) throws MessagingException, IOException {
    InternetAddress address = new InternetAddress("ann@acme.test");
    MailServer server =
        new MailServer("localhost", 25, MailSecurity.NONE, "", "", address, List.of(address));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MailMessage.of(SESSION, new Attempt("smtp", HTTP, request), server).writeTo(out);
    MimeMessage read = new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));

    assertThat(out.size()).isLessThanOrEqualTo(LIMIT_MESSAGE);
    int longest = out.toString(StandardCharsets.ISO_8859_1)
        .lines()
        .mapToInt(String::length)
        .max()
        .orElse(0);
    assertThat(longest).isLessThanOrEqualTo(LIMIT_LINE);
    assertThat(Collections.list(read.getAllHeaders()))
        .extracting(Header::getName)
        .containsExactlyInAnyOrder(
            "From",
            "To",
            "Date",
            "Message-ID",
            "Subject",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type");
    assertThat(read.getSubject()).hasSizeLessThanOrEqualTo(MailText.LIMIT_SUBJECT);
    MailText text = new MailText(request);
    assertThat(text.text()).hasSizeLessThanOrEqualTo(MailText.LIMIT_TEXT);
    FieldValue.parse(text.attachment().orElseThrow());
  }
}
