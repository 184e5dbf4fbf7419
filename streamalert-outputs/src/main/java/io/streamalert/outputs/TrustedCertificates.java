package io.streamalert.outputs;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificates of a file, trusted beside those of the Java runtime. */
final class TrustedCertificates {

  private TrustedCertificates() {}

  static SSLContext context(Path file) {
    try {
      Collection<? extends Certificate> own = read(file);
      if (own.isEmpty()) {
        throw problem(file, "holds no certificate");
      }
      List<Certificate> all = new ArrayList<>(own);
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager x509) {
          all.addAll(List.<X509Certificate>of(x509.getAcceptedIssuers()));
        }
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store(all)), null);
      return context;
    } catch (IOException e) {
      throw problem(file, "cannot be read");
    } catch (GeneralSecurityException e) {
      throw problem(file, "does not hold certificates in the PEM form");
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in);
    }
  }

  private static KeyStore store(List<Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int number = 0; number < certificates.size(); number++) {
      store.setCertificateEntry("ca-" + number, certificates.get(number));
    }
    return store;
  }

  /** Those that trust a store, or what the Java runtime trusts if there is none. */
  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static ConfigException problem(Path file, String what) {
    return new ConfigException(
        Problem.in(file.toString(), "The file of trusted certificates " + what)
            .mendedBy("Name a readable file of certificates in the PEM form."));
  }
}
