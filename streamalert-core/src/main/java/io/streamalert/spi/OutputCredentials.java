package io.streamalert.spi;

import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.settings.SecretSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the credentials of an output are kept: as in StreamAlert 3.5, all of them together are one
 * secret, {@code SERVICE/DESCRIPTOR}, whose value is a JSON map from the name of a property to its
 * value. A value that is no map is that of the property, if the service has only one credential.
 *
 * <p>All methods are pure and safe for use by many threads.
 */
public final class OutputCredentials {

  private OutputCredentials() {}

  /**
   * The name of the secret of an output.
   *
   * @param id the output
   * @return the name: {@code slack/security} of {@code slack:security}
   */
  public static String secretName(OutputId id) {
    return id.service() + "/" + id.descriptor();
  }

  /**
   * The credentials of an output, for {@link OutputProvider#create}. Nothing is read yet; each use of
   * one of them reads the secret of the output.
   *
   * @param id the output
   * @param properties the properties of its service; those that are no credentials are passed over
   * @param source where the secret of the output is
   * @return a secret for each credential, by the name of the property; an optional one that was left
   *     out is the empty text
   */
  public static Map<String, Secret> of(
      OutputId id, Collection<Property> properties, SecretSource source) {
    List<String> names = names(properties);
    Map<String, Secret> credentials = new LinkedHashMap<>();
    properties.stream().filter(Property::credential).forEach(property -> {
      SecretSource one = new OneProperty(id, property, names, source);
      credentials.put(property.name(), Secret.of(secretName(id) + "#" + property.name(), one));
    });
    return credentials;
  }

  /**
   * Reads the credentials of an output.
   *
   * @param id the output
   * @param properties the properties of its service
   * @param source where the secret of the output is
   * @return the values by the name of the property; empty if there is no secret
   * @throws IllegalStateException if the secret is not of the form above; without its value
   * @throws java.io.UncheckedIOException if the source cannot be asked now
   */
  public static Optional<Map<String, String>> read(
      OutputId id, Collection<Property> properties, SecretSource source) {
    List<String> names = names(properties);
    return source.read(secretName(id)).map(value -> values(id, names, value));
  }

  /**
   * Writes credentials down.
   *
   * @param values the values by the name of the property
   * @return the value of the secret
   */
  public static String toSecret(Map<String, String> values) {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    values.forEach((name, value) -> fields.put(name, FieldValue.of(value)));
    return FieldValue.map(fields).toJson();
  }

  private static List<String> names(Collection<Property> properties) {
    return properties.stream().filter(Property::credential).map(Property::name).toList();
  }

  private static Map<String, String> values(OutputId id, List<String> names, String secret) {
    Optional<FieldValue> map =
        new JsonReader().read(secret).filter(json -> json.kind() == FieldValue.Kind.MAP);
    if (map.isEmpty() && names.size() == 1) {
      return Map.of(names.get(0), secret);
    }
    Map<String, String> values = new LinkedHashMap<>();
    map.orElseThrow(() -> new IllegalStateException("The secret \"" + secretName(id)
            + "\" is no JSON map of the properties " + String.join(", ", names)))
        .fields()
        .forEach((name, value) -> values.put(name, value.asText()));
    return values;
  }

  /** One property of the secret of an output. */
  private record OneProperty(
      OutputId id, Property property, List<String> names, SecretSource source)
      implements SecretSource {

    @Override
    public Optional<String> read(String name) {
      return source
          .read(secretName(id))
          .map(secret -> values(id, names, secret).getOrDefault(property.name(), ""))
          .filter(value -> !property.required() || !value.isEmpty());
    }

    @Override
    public String description() {
      return source.description();
    }
  }
}
