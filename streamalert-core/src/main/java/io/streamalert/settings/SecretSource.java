package io.streamalert.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A place that secrets are read from: environment variables, a parameter store, a file that only
 * one user can read. Implemented by runtimes and by users.
 *
 * <p>Implementations must be safe for use by many threads. {@link #read} is called each time a
 * secret is used, so a slow source should keep what it read for as long as it wants changes to go
 * unnoticed. A value must appear neither in {@code toString()} nor in the message of an exception.
 */
@FunctionalInterface
public interface SecretSource {

  /**
   * Reads one secret.
   *
   * @param name the name of the secret; what names there are is for the source to say
   * @return the value, or empty if this source has no secret of that name
   * @throws java.io.UncheckedIOException if the source cannot be asked now; the use of the secret
   *     fails with it
   */
  Optional<String> read(String name);

  /**
   * Says where this source looks, for messages to a person who has to supply a missing secret.
   *
   * @return a noun phrase such as {@code the environment variables}; never a value of a secret
   */
  default String description() {
    return "a custom source of secrets";
  }

  /**
   * The environment variables of this process. The name of a secret is the name of its variable; a
   * variable that is set to the empty text counts as absent.
   *
   * @return the source
   */
  static SecretSource environment() {
    return new EnvironmentSecrets(System::getenv);
  }

  /**
   * A source that holds the given values; meant for tests.
   *
   * @param values from name to value; copied
   * @return the source
   */
  static SecretSource of(Map<String, String> values) {
    return new MapSecrets(Map.copyOf(Objects.requireNonNull(values, "values")));
  }

  /**
   * Asks several sources in order; the first that has the secret answers. If one of them fails, the
   * later ones are not asked, so that a secret never comes from another place than intended.
   *
   * @param sources the sources in the order in which they are asked; none is the same as {@link
   *     #none()}
   * @return the source
   */
  static SecretSource firstOf(SecretSource... sources) {
    return new FirstOfSecrets(
        List.copyOf(Arrays.asList(Objects.requireNonNull(sources, "sources"))));
  }

  /**
   * A source without any secret.
   *
   * @return the source
   */
  static SecretSource none() {
    return new FirstOfSecrets(List.of());
  }
}
