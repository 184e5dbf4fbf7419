package io.streamalert.local.secrets;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The places of secrets that {@code secrets.json} of a configuration names, asked in the written
 * order. Immutable and thread-safe.
 */
public final class ConfiguredSecrets {

  private final SecretSource source;
  private final Optional<SecretStore> store;

  private ConfiguredSecrets(List<SecretSource> sources) {
    source = new LoggedSecrets(SecretSource.firstOf(sources.toArray(SecretSource[]::new)));
    store = sources.stream()
        .filter(SecretStore.class::isInstance)
        .map(SecretStore.class::cast)
        .findFirst();
  }

  /**
   * Makes the sources; reads no secret.
   *
   * @param file the content of {@code secrets.json}; without it, or without {@code sources} in it,
   *     the only source are environment variables
   * @param origin how messages name the file
   * @param prompt asks a person for the passphrase of an encrypted file that has no {@code key_file}
   * @return the sources
   * @throws ConfigException with every problem of the file, each with its JSON pointer
   */
  public static ConfiguredSecrets of(FieldValue file, String origin, Passphrase prompt) {
    Objects.requireNonNull(prompt, "prompt");
    List<FieldValue> written = file.at(SecretsEntry.SOURCES).elements();
    List<Problem> problems = new ArrayList<>();
    List<SecretSource> sources = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      new SecretsEntry(written.get(i), i, origin, problems).source(prompt).ifPresent(sources::add);
    }
    ConfigException.throwIfAny(problems);
    return new ConfiguredSecrets(sources.isEmpty() ? List.of(new VariableSecrets()) : sources);
  }

  /**
   * Where secrets are read.
   *
   * @return the first source that has a secret answers; a failure is logged as a warning
   */
  public SecretSource source() {
    return source;
  }

  /**
   * Where secrets are kept that a person enters.
   *
   * @return the first of the sources that can be written
   */
  public Optional<SecretStore> store() {
    return store;
  }

  @Override
  public String toString() {
    return "ConfiguredSecrets[" + source.description() + "]";
  }
}
