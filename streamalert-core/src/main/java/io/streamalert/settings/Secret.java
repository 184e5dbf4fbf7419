package io.streamalert.settings;

import java.util.Objects;
import java.util.Optional;

/**
 * A credential that is read where it is used and cannot be printed by accident. A secret knows its
 * name and the {@link SecretSource} that has the value; it does not hold the value, asks the source
 * at every {@link #reveal()}, and so follows a changed credential as fast as the source does. A
 * program that never delivers an alert never reads one.
 *
 * <p>Secrets are immutable and safe for use by many threads if their source is. They have no
 * equality but that of the object, so that values cannot be compared through them.
 */
public final class Secret {

  private final String name;
  private final SecretSource source;

  private Secret(String name, SecretSource source) {
    this.name = name;
    this.source = source;
  }

  /**
   * A secret of a source. Nothing is read yet.
   *
   * @param name the name of the secret in that source; not blank
   * @param source where to read it
   * @return the secret
   * @throws IllegalArgumentException if the name is blank
   */
  public static Secret of(String name, SecretSource source) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a secret must not be blank");
    }
    return new Secret(name, source);
  }

  /**
   * A secret in an environment variable of this process. Nothing is read yet; see {@link
   * SecretSource#environment()}.
   *
   * @param name the name of the variable; not blank
   * @return the secret
   * @throws IllegalArgumentException if the name is blank
   */
  public static Secret fromEnv(String name) {
    return of(name, SecretSource.environment());
  }

  /**
   * A secret whose value is in the program; meant for tests. Its name is {@code literal}.
   *
   * @param value the value
   * @return the secret
   */
  public static Secret literal(String value) {
    Optional<String> held = Optional.of(Objects.requireNonNull(value, "value"));
    return new Secret("literal", name -> held);
  }

  /**
   * The name of this secret.
   *
   * @return the name; not a secret itself
   */
  public String name() {
    return name;
  }

  /**
   * Reads the value from the source. Hand it to the one call that needs it and do not keep it.
   *
   * @return the value
   * @throws IllegalStateException if the source has no such secret; the message names the secret
   *     and where it was looked for, never a value
   * @throws java.io.UncheckedIOException if the source cannot be asked now
   */
  public String reveal() {
    return source
        .read(name)
        .orElseThrow(() -> new IllegalStateException(
            "The secret \"" + name + "\" is not there; looked for it in " + source.description()));
  }

  /** {@return the name, never the value} */
  @Override
  public String toString() {
    return "Secret[" + name + "]";
  }
}
