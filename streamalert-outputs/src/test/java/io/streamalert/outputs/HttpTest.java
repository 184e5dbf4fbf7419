package io.streamalert.outputs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.output.Delivery;
import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTest {

  @TempDir
  Path folder;

  @Test
  void certificatesAreVerified()
      throws IOException, InterruptedException, GeneralSecurityException {
    TestCertificate certificate = new TestCertificate(folder);
    try (WireServer server = WireServer.startTls(certificate.ofServer())) {
      assertThat(ask(Http.builder().build(), server.url()))
          .isInstanceOf(Delivery.RetryAfter.class)
          .asString()
          .contains("is not trusted", HttpEnvironment.CA_FILE);
      assertThat(server.received()).isEmpty();

      assertThat(ask(Http.builder().trust(certificate.pem()).build(), server.url()))
          .isEqualTo(Delivery.delivered());
      Http configured =
          Http.fromEnvironment(Map.of("STREAMALERT_CA_FILE", certificate.pem().toString()));
      assertThat(ask(configured, server.url())).isEqualTo(Delivery.delivered());
    }
  }

  private static Delivery ask(Http http, URI url) {
    return new HttpOutput(HttpOutputContract.id("plain"), http, attempt -> {
          attempt.succeed(HttpCall.postJson(url, "{}"));
          return Delivery.delivered();
        })
        .dispatch(Requests.of(Requests.alert("A title"), Duration.ofSeconds(10)));
  }

  @Test
  void aFileOfCertificatesThatIsOfNoUseIsRefused() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path other = Files.writeString(folder.resolve("other.pem"), "-----BEGIN CERTIFICATE-----\nx");

    assertThat(Stream.of(folder.resolve("missing.pem"), empty, other))
        .allSatisfy(file -> assertThatThrownBy(() -> Http.builder().trust(file).build())
            .isInstanceOf(ConfigException.class)
            .hasMessageContainingAll(file.toString(), "in the PEM form"));
  }

  @Test
  void theProxyIsThatOfTheEnvironment() {
    ProxySelector selector = new HttpEnvironment(
            Map.of("https_proxy", "proxy.acme.test:3128", "NO_PROXY", "jira.acme.test, .local"))
        .proxy()
        .orElseThrow();

    assertThat(Stream.of("https://slack.com/a", "https://notlocal/"))
        .allSatisfy(url -> assertThat(selector.select(URI.create(url)).toString())
            .contains("proxy.acme.test")
            .contains("3128"));
    assertThat(Stream.of(
            "https://jira.acme.test/",
            "https://a.JIRA.acme.test/",
            "https://x.local",
            "http://localhost/"))
        .allSatisfy(
            url -> assertThat(selector.select(URI.create(url))).isEqualTo(List.of(Proxy.NO_PROXY)));
    assertThat(new HttpEnvironment(Map.of("HTTPS_PROXY", " ")).proxy()).isEmpty();
  }

  @Test
  void aProxyThatIsOfNoUseIsRefusedWithoutItsPassword() {
    assertThat(Stream.of("http://ann:pa55@proxy:1", "proxy", "https://pa55:1", "http://pa 55:1"))
        .allSatisfy(
            text -> assertThatThrownBy(() -> Http.fromEnvironment(Map.of("HTTPS_PROXY", text)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("http://HOST:PORT")
                .hasMessageNotContaining("pa55"));
  }

  @Test
  void aProxyThatRefusesIsAReasonToRepeat() throws IOException {
    assertThat(throughProxyThatAnswers("403 Forbidden"))
        .isEqualTo(Delivery.retryAfter(Duration.ZERO, "The proxy did not connect to plain."));
    assertThat(throughProxyThatAnswers("407 Proxy Authentication Required"))
        .asString()
        .contains("the proxy in between wants credentials");
  }

  private static Delivery throughProxyThatAnswers(String status) throws IOException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      thread.submit(() -> {
        try (Socket client = proxy.accept()) {
          client.getInputStream().read(new byte[4_000]);
          client
              .getOutputStream()
              .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII));
          return client.getInputStream().read();
        }
      });
      Http http =
          Http.fromEnvironment(Map.of("HTTPS_PROXY", "http://localhost:" + proxy.getLocalPort()));
      return ask(http, URI.create("https://service.acme.test/"));
    } finally {
      thread.shutdownNow();
    }
  }
}
