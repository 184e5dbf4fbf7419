package io.streamalert.local.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {

  private static final String PASSWORD = "for tests";

  @TempDir
  private static Path folder;

  private final ScriptedContext context = new ScriptedContext();

  @BeforeAll
  static void makeKeys() throws Exception {
    for (String algorithm : new String[] {"RSA", "EC"}) {
      makeKey(algorithm);
      KeyStore store = store(algorithm);
      pem(algorithm + ".crt", "CERTIFICATE", store.getCertificate("server").getEncoded());
      pem(
          algorithm + ".key",
          "PRIVATE KEY",
          store.getKey("server", PASSWORD.toCharArray()).getEncoded());
    }
  }

  private static void makeKey(String algorithm) throws Exception {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made = new ProcessBuilder(
            keytool.toString(),
            "-genkeypair",
            "-keyalg",
            algorithm,
            "-alias",
            "server",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            folder.resolve(algorithm + ".p12").toString())
        .redirectErrorStream(true)
        .start();
    String said = new String(made.getInputStream().readAllBytes());
    assertThat(made.waitFor()).as(said).isZero();
  }

  private static KeyStore store(String algorithm) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve(algorithm + ".p12"))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static void pem(String name, String what, byte[] content) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
            + "\n-----END " + what + "-----\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void pemFilesEncrypt(String algorithm) throws Exception {
    answers(
        Tls.pem(folder.resolve(algorithm + ".crt"), folder.resolve(algorithm + ".key")), algorithm);
  }

  @Test
  void aKeyStoreEncrypts() throws Exception {
    answers(Tls.pkcs12(folder.resolve("EC.p12"), Secret.literal(PASSWORD)), "EC");
  }

  private void answers(Tls tls, String algorithm) throws Exception {
    try (RunningFeed feed = RunningFeed.run(HttpFeed.builder("tls").tls(tls), context);
        RawClient client = RawClient.over(
            trusting(algorithm).getSocketFactory().createSocket("127.0.0.1", feed.port()))) {
      String request = RawClient.post(1) + "x";
      assertThat(client.send(request).answer()).startsWith("HTTP/1.1 200 ");
      assertThat(client.send(request).answer()).contains("\"commit\":2");
    }
  }

  private static SSLContext trusting(String algorithm)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store(algorithm).getCertificate("server"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  @Test
  void aHandshakeThatDoesNotComeIsCutOff() throws Exception {
    HttpLimits limits = HttpLimits.builder().headTimeout(Duration.ofMillis(200)).build();
    Tls tls = Tls.pem(folder.resolve("EC.crt"), folder.resolve("EC.key"));
    try (RunningFeed feed =
            RunningFeed.run(HttpFeed.builder("tls").tls(tls).limits(limits), context);
        RawClient client = RawClient.over(new Socket("127.0.0.1", feed.port()))) {
      client.rest();
    }
    assertThat(context.waiting()).isZero();
  }

  @Test
  void whatCannotBeReadIsNamed() {
    Path key = folder.resolve("EC.key");
    assertThatThrownBy(() -> Tls.pem(folder.resolve("none.crt"), key).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.crt");
    assertThatThrownBy(() -> Tls.pem(key, key).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("EC.key");
    assertThatThrownBy(
            () -> Tls.pem(folder.resolve("EC.crt"), folder.resolve("EC.crt")).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("openssl pkcs8");
    assertThatThrownBy(() ->
            Tls.pkcs12(folder.resolve("EC.p12"), Secret.literal("wrong one")).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("EC.p12")
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("wrong one");
  }

  @Test
  void aKeyThatIsNotThatOfTheCertificateIsRefused() {
    assertThatThrownBy(
            () -> Tls.pem(folder.resolve("RSA.crt"), folder.resolve("EC.key")).read())
        .isInstanceOf(IOException.class);
  }
}
