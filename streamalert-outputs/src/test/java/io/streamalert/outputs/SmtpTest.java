package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.output.Delivery;
import io.streamalert.output.Delivery.Delivered;
import io.streamalert.output.Delivery.Rejected;
import io.streamalert.output.Delivery.RetryAfter;
import io.streamalert.output.Delivery.Unknown;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Secret;
import io.streamalert.testkit.OutputContract;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of outputs, and what a network and a mail server can do to a conversation. */
class SmtpTest extends OutputContract {

  private static final String SECRET = "s3cr3t of the test";
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final Http HTTP = Http.builder().build();

  private final List<MailWire> servers = new ArrayList<>();
  private final MailWire well = server(MailWire.plain());

  private MailWire server(MailWire server) {
    servers.add(server);
    return server;
  }

  private MailWire answering(String command, String answer) {
    return server(MailWire.plain()).answering(command, answer);
  }

  static Map<String, Secret> credentials(MailWire server, Map<String, String> more) {
    Map<String, String> values = new LinkedHashMap<>(Map.of(
        "host", "localhost",
        "port", Integer.toString(server.port()),
        "security", "none",
        "username", "alerts",
        "password", SECRET,
        "from", "alerts@acme.test",
        "to", "ann@acme.test, Bob <bob@acme.test>"));
    values.putAll(more);
    Map<String, Secret> secrets = new LinkedHashMap<>();
    values.forEach((name, value) -> secrets.put(name, Secret.literal(value)));
    return secrets;
  }

  private static OutputDispatcher at(MailWire server) {
    return output(server, Map.of(), HTTP);
  }

  private static OutputDispatcher output(MailWire server, Map<String, String> more, Http http) {
    return Smtp.to(HttpOutputContract.id("smtp"), credentials(server, more), http);
  }

  private static Delivery attempt(OutputDispatcher output, Duration patience) {
    return output.dispatch(Requests.of(Requests.alert("A title"), patience));
  }

  @AfterEach
  void stopServers() {
    servers.forEach(MailWire::close);
  }

  @Override
  protected OutputDispatcher healthy() {
    return at(well);
  }

  @Override
  protected OutputDispatcher broken() {
    return at(answering(MailWire.END_OF_DATA, "451 4.3.0 try again"));
  }

  @Override
  protected Optional<OutputDispatcher> rejecting() {
    return Optional.of(at(answering("RCPT", "550 5.1.1 nobody here")));
  }

  @Override
  protected List<String> received() {
    return well.messages();
  }

  @Override
  protected List<String> secrets() {
    return List.of(SECRET);
  }

  @Test
  void theServerIsToldWhoSendsAndWhoReceives() {
    assertThat(attempt(healthy(), LONG)).isInstanceOf(Delivered.class);
    assertThat(well.commands())
        .filteredOn(line -> line.startsWith("MAIL") || line.startsWith("RCPT"))
        .containsExactly(
            "MAIL FROM:<alerts@acme.test>", "RCPT TO:<ann@acme.test>", "RCPT TO:<bob@acme.test>");
    assertThat(well.commands()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
  }

  @Test
  void withoutANameNobodyLogsIn() {
    assertThat(attempt(output(well, Map.of("username", "", "password", ""), HTTP), LONG))
        .isInstanceOf(Delivered.class);
    assertThat(well.commands()).noneMatch(line -> line.startsWith("AUTH"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void aCodeThatMayPassIsAReasonToRepeat(String command) {
    assertThat(attempt(at(answering(command, "451 4.7.1 later, ann")), LONG))
        .isInstanceOf(RetryAfter.class)
        .asString()
        .contains("451")
        .doesNotContain("ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
  void aCodeThatStaysIsARefusal(String command) {
    assertThat(attempt(at(answering(command, "552 5.3.4 too large, ann")), LONG))
        .isInstanceOf(Rejected.class)
        .asString()
        .contains("552")
        .doesNotContain("ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 no service", "421 busy", MailWire.CUT})
  void aServerThatDoesNotGreetIsAReasonToRepeat(String greeting) {
    assertThat(attempt(at(answering(MailWire.GREETING, greeting)), LONG))
        .isInstanceOf(RetryAfter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "AUTH", "MAIL", "RCPT", "DATA"})
  void aConnectionThatBreaksBeforeTheMessageIsAReasonToRepeat(String command) {
    assertThat(attempt(at(answering(command, MailWire.CUT)), LONG)).isInstanceOf(RetryAfter.class);
    assertThat(attempt(at(answering(command, MailWire.SILENCE)), SHORT))
        .isInstanceOf(RetryAfter.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {MailWire.CUT, MailWire.SILENCE, MailWire.DRIP})
  void aMessageWithoutAnAnswerLeavesItOpen(String fault) {
    assertThat(attempt(at(answering(MailWire.END_OF_DATA, fault)), SHORT))
        .isInstanceOf(Unknown.class);
  }

  @Test
  void aSlowServerIsCutAtTheDeadline() {
    assertThat(attempt(at(answering("EHLO", MailWire.DRIP)), SHORT)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void aServerThatDoesNotSayFarewellHasTheMessageAllTheSame() {
    assertThat(attempt(at(answering("QUIT", MailWire.CUT)), LONG)).isInstanceOf(Delivered.class);
    assertThat(attempt(at(answering("QUIT", MailWire.SILENCE)), LONG))
        .isInstanceOf(Delivered.class);
  }

  @Test
  void nobodyListensIsAReasonToRepeat() {
    MailWire gone = server(MailWire.plain());
    gone.close();

    assertThat(attempt(at(gone), LONG)).isInstanceOf(RetryAfter.class);
  }

  @Test
  void credentialsThatAreNotAcceptedAreReadOnceMore() {
    AtomicInteger reads = new AtomicInteger();
    MailWire strict = answering("AUTH", "535 5.7.8 no");
    Map<String, Secret> credentials = credentials(strict, Map.of());
    credentials.put(
        "password", Secret.of("password", name -> Optional.of(SECRET + reads.incrementAndGet())));
    OutputDispatcher output = Smtp.to(HttpOutputContract.id("smtp"), credentials, HTTP);

    assertThat(attempt(output, LONG))
        .isInstanceOf(RetryAfter.class)
        .asString()
        .contains("Renew them");
    assertThat(strict.commands().stream().filter(line -> line.startsWith("AUTH")))
        .hasSize(2);
    assertThat(attempt(at(answering("MAIL", "530 5.7.0 log in first")), LONG))
        .isInstanceOf(RetryAfter.class);
  }

  @Test
  void certificatesAreVerified(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    TestCertificate certificate = new TestCertificate(folder);
    Http trusting = Http.builder().trust(certificate.pem()).build();
    Map<String, MailWire> each = Map.of(
        "starttls", server(MailWire.startTls(certificate.ofServer())),
        "tls", server(MailWire.tls(certificate.ofServer())));

    assertThat(each).allSatisfy((security, wire) -> {
      Map<String, String> secured = Map.of("security", security);
      assertThat(attempt(output(wire, secured, HTTP), LONG))
          .isInstanceOf(RetryAfter.class)
          .asString()
          .contains("is not trusted", HttpEnvironment.CA_FILE);
      assertThat(attempt(
              output(wire, Map.of("security", security, "host", "127.0.0.1"), trusting), LONG))
          .isInstanceOf(RetryAfter.class);
      assertThat(wire.commands()).noneMatch(line -> line.matches("(AUTH|MAIL).*"));
      assertThat(attempt(output(wire, secured, trusting), LONG)).isInstanceOf(Delivered.class);
      assertThat(wire.messages()).hasSize(1);
    });
  }

  @Test
  void withoutTlsNothingIsSent() {
    assertThat(attempt(output(well, Map.of("security", ""), HTTP), LONG))
        .isInstanceOf(RetryAfter.class);
    assertThat(attempt(output(well, Map.of("host", "mail.acme.test"), HTTP), LONG))
        .isInstanceOf(RetryAfter.class)
        .asString()
        .contains("Without TLS");
    assertThat(well.commands()).noneMatch(line -> line.matches("(AUTH|MAIL).*"));
  }

  @Test
  void propertiesOfNoUseAreNotShown() {
    List<Map<String, String>> bad = List.of(
        Map.of("port", "0"),
        Map.of("port", SECRET),
        Map.of("security", SECRET),
        Map.of("from", "a@b\r\nBcc: " + SECRET + "@evil.test"),
        Map.of("from", "Ann\r\nBcc: x@evil.test\r\n <ann@acme.test>"),
        Map.of("to", ""),
        Map.of("to", "nobody at all"));

    assertThat(bad)
        .allSatisfy(values -> assertThat(attempt(output(well, values, HTTP), LONG))
            .isInstanceOf(RetryAfter.class)
            .asString()
            .contains("Correct it")
            .doesNotContain(SECRET));
    assertThat(well.messages()).isEmpty();
  }

  @Test
  void theProviderIsFound() {
    Providers.check(
        "smtp",
        "host credential, port credential optional, security credential optional,"
            + " username credential optional, password masked credential optional,"
            + " from credential, to credential",
        Map.of(
            "host", "mail.acme.test",
            "port", "587",
            "security", "starttls",
            "username", "alerts",
            "password", "a b:c",
            "from", "alerts@acme.test",
            "to", "ann@acme.test, bob@acme.test"));
    assertThat(Providers.find("smtp").properties().get(2).check("ssl")).isPresent();
    assertThat(Providers.find("smtp").properties().get(1).check("70000")).isPresent();
  }
}
