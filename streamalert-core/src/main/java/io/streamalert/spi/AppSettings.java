package io.streamalert.spi;

import io.streamalert.settings.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is configured for one app: the values of the properties that its collector asked for.
 * Immutable and safe for use by many threads.
 */
public final class AppSettings {

  private final Map<String, String> plain;
  private final Map<String, Secret> credentials;

  private AppSettings(Map<String, String> plain, Map<String, Secret> credentials) {
    this.plain = plain;
    this.credentials = credentials;
  }

  /**
   * Holds the given values; for runtimes and tests.
   *
   * @param plain the values of the properties that are no credentials, by name; copied
   * @param credentials the properties that are credentials, by name; copied
   * @return the settings
   */
  public static AppSettings of(Map<String, String> plain, Map<String, Secret> credentials) {
    return new AppSettings(
        Map.copyOf(Objects.requireNonNull(plain, "plain")),
        Map.copyOf(Objects.requireNonNull(credentials, "credentials")));
  }

  /**
   * The value of a property that is no credential.
   *
   * @param name the name of the property
   * @return the value, which has passed the check of the property; empty if it was left out or is a
   *     credential
   */
  public Optional<String> value(String name) {
    return Optional.ofNullable(plain.get(Objects.requireNonNull(name, "name")));
  }

  /**
   * A property that is a credential.
   *
   * @param name the name of the property
   * @return the credential, not read yet; empty if it was left out or is no credential
   */
  public Optional<Secret> secret(String name) {
    return Optional.ofNullable(credentials.get(Objects.requireNonNull(name, "name")));
  }

  @Override
  public String toString() {
    return "AppSettings[" + plain.keySet() + ", credentials=" + credentials.keySet() + "]";
  }
}
