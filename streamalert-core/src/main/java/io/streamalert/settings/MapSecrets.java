package io.streamalert.settings;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Secrets that were given as they are. */
final class MapSecrets implements SecretSource {

  private final Map<String, String> values;

  MapSecrets(Map<String, String> values) {
    this.values = values;
  }

  @Override
  public Optional<String> read(String name) {
    return Optional.ofNullable(values.get(Objects.requireNonNull(name, "name")));
  }

  @Override
  public String description() {
    return "the given values";
  }

  @Override
  public String toString() {
    return description();
  }
}
