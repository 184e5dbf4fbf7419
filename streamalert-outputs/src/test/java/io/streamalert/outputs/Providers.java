package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** What the configuration of every service has to be. */
final class Providers {

  private Providers() {}

  static OutputProvider find(String service) {
    return ServiceLoader.load(OutputProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.service().equals(service))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Checks the properties, written as {@code name masked credential optional}, with a comma between
   * two; and that an output is made of valid values, and of nothing less.
   */
  static void check(String service, String properties, Map<String, String> values) {
    OutputProvider provider = find(service);
    OutputId id = OutputId.of(service, "team");
    assertThat(
            provider.properties().stream().map(Providers::words).collect(Collectors.joining(", ")))
        .isEqualTo(properties);
    assertThat(provider.properties())
        .allSatisfy(property ->
            assertThat(property.check(values.getOrDefault(property.name(), ""))).isEmpty());
    Map<String, Secret> secrets = new LinkedHashMap<>();
    values.forEach((name, value) -> secrets.put(name, Secret.literal(value)));

    OutputDispatcher output = provider.create(id, Map.of(), secrets);

    assertThat(output.id()).isEqualTo(id);
    assertThatThrownBy(() -> provider.create(id, Map.of(), Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(id.toString());
  }

  private static String words(Property property) {
    return property.name()
        + (property.masked() ? " masked" : "")
        + (property.credential() ? " credential" : "")
        + (property.required() ? "" : " optional");
  }
}
