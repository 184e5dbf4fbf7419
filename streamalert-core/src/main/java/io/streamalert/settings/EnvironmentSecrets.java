package io.streamalert.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in environment variables; the look-up is a parameter because a test cannot set a
 * variable.
 */
final class EnvironmentSecrets implements SecretSource {

  private final Function<String, @Nullable String> variables;

  EnvironmentSecrets(Function<String, @Nullable String> variables) {
    this.variables = variables;
  }

  @Override
  public Optional<String> read(String name) {
    Objects.requireNonNull(name, "name");
    return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public String description() {
    return "the environment variables";
  }

  @Override
  public String toString() {
    return description();
  }
}
