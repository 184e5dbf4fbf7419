package io.streamalert.settings;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several sources, asked in order. */
final class FirstOfSecrets implements SecretSource {

  private final List<SecretSource> sources;

  FirstOfSecrets(List<SecretSource> sources) {
    this.sources = sources;
  }

  @Override
  public Optional<String> read(String name) {
    Objects.requireNonNull(name, "name");
    for (SecretSource source : sources) {
      Optional<String> value = source.read(name);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  @Override
  public String description() {
    return sources.isEmpty()
        ? "no source of secrets"
        : sources.stream().map(SecretSource::description).collect(Collectors.joining(", then "));
  }

  @Override
  public String toString() {
    return description();
  }
}
