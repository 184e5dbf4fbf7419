package io.streamalert.local.secrets;

import io.streamalert.settings.SecretSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Environment variables, under names that a shell can set: {@code slack/security} is in {@code
 * STREAMALERT_SECRET_SLACK_SECURITY}.
 */
final class VariableSecrets implements SecretSource {

  private static final String PREFIX = "STREAMALERT_SECRET_";

  private final SecretSource variables;

  VariableSecrets() {
    this(SecretSource.environment());
  }

  VariableSecrets(SecretSource variables) {
    this.variables = variables;
  }

  @Override
  public Optional<String> read(String name) {
    return variables.read(PREFIX + name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT));
  }

  @Override
  public String description() {
    return "the environment variables " + PREFIX + "SERVICE_DESCRIPTOR";
  }

  @Override
  public String toString() {
    return description();
  }
}
