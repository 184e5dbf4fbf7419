package io.streamalert.local.intake;

import io.streamalert.settings.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The key and the certificate with which a server encrypts its connections. They are read when the server starts, so new
 * ones need a new start. Immutable and thread-safe.
 */
public final class Tls {

  /** Reads a key store of one entry. */
  private interface Source {
    KeyStore load(char[] password) throws IOException, GeneralSecurityException;
  }

  private final String place;
  private final Secret password;
  private final Source source;

  private Tls(String place, Secret password, Source source) {
    this.place = place;
    this.password = password;
    this.source = source;
  }

  /**
   * Two PEM files.
   *
   * @param certificates the server's certificate, and after it those that lead to a known authority
   * @param key the private key, in PKCS #8 ({@code BEGIN PRIVATE KEY}), not encrypted
   * @return the key and the certificate
   */
  public static Tls pem(Path certificates, Path key) {
    Objects.requireNonNull(certificates, "certificates");
    Objects.requireNonNull(key, "key");
    // The key store that both are put into never leaves this process.
    return new Tls(
        certificates + " and " + key,
        Secret.literal(""),
        password -> Pem.load(certificates, key, password));
  }

  /**
   * A PKCS #12 key store that holds one key.
   *
   * @param file the file
   * @param password its password
   * @return the key and the certificate
   */
  public static Tls pkcs12(Path file, Secret password) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(password, "password");
    return new Tls(file.toString(), password, revealed -> {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, revealed);
      }
      return store;
    });
  }

  /** Reads both. */
  SSLContext read() throws IOException {
    try {
      char[] revealed = password.reveal().toCharArray();
      KeyStore store = source.load(revealed);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, revealed);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException(
          "Cannot read the key and certificate in " + place + ": " + e.getMessage()
              + ". Check the path, the form and the password",
          e);
    }
  }

  /** {@return where both are} */
  @Override
  public String toString() {
    return "Tls[" + place + "]";
  }
}
