package io.streamalert.local.secrets;

import io.streamalert.settings.SecretSource;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source whose failures are logged. An output tells only that it could not read a secret, as the
 * messages of sources that others write may hold anything; those of this package name the mend.
 */
record LoggedSecrets(SecretSource source) implements SecretSource {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedSecrets.class);

  @Override
  public Optional<String> read(String name) {
    try {
      return source.read(name);
    } catch (UncheckedIOException e) {
      LOG.warn("The secret \"{}\" cannot be read. {}", name, e.getMessage());
      throw e;
    }
  }

  @Override
  public String description() {
    return source.description();
  }

  @Override
  public String toString() {
    return description();
  }
}
