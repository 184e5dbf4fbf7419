package io.streamalert.cli;

import io.streamalert.alert.OutputId;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputCredentials;
import io.streamalert.spi.OutputProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An output with all that was supplied for it.
 *
 * @param provider its service
 * @param id its name
 * @param values the values of its properties, none of which is empty
 */
record OutputEntry(OutputProvider provider, OutputId id, Map<String, String> values) {

  /** The name of an output within its service. */
  static final Property DESCRIPTOR = Property.builder(
          "descriptor", "a short and unique descriptor for this output, such as the team it is for")
      .build();

  /** All that is wrong with values, at a place. */
  static List<Problem> problems(
      Collection<Property> properties, Map<String, String> values, Path file, String... pointer) {
    List<Problem> problems = new ArrayList<>();
    List<String> known = properties.stream().map(Property::name).toList();
    String place = Problem.pointer(pointer);
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            problems.add(Problem.at(file.toString(), place, "There is no property \"" + name + "\"")
                .choose(name, known)));
    properties.forEach(property -> problem(property, values)
        .ifPresent(what -> problems.add(Problem.at(file.toString(), place, what))));
    return problems;
  }

  private static Optional<String> problem(Property property, Map<String, String> values) {
    String value = values.getOrDefault(property.name(), "");
    return value.equals(property.description())
        ? Optional.of("\"" + property.name() + "\" still says what it is, in place of its value")
        : property.check(value);
  }

  /** Refuses properties of a configured output that its service cannot use. */
  static void checkPlain(
      OutputProvider provider, Map<String, String> plain, Path file, OutputId id) {
    List<Property> properties = provider.properties().stream()
        .filter(Predicate.not(Property::credential))
        .toList();
    ConfigException.throwIfAny(problems(properties, plain, file, id.service(), id.descriptor()));
  }

  /** Keeps the credentials, and then the rest. */
  void save(OutputsSetup setup) {
    checkTogether();
    Map<String, String> credentials = chosen(true);
    if (provider.properties().stream().anyMatch(Property::credential)) {
      setup
          .store()
          .write(OutputCredentials.secretName(id), OutputCredentials.toSecret(credentials));
    }
    OutputsJson json = setup.outputsJson();
    json.put(id, chosen(false));
    json.write();
  }

  /** The service itself says what does not fit together. */
  private void checkTogether() {
    Map<String, Secret> secrets = new LinkedHashMap<>();
    chosen(true).forEach((name, value) -> secrets.put(name, Secret.literal(value)));
    provider.create(id, chosen(false), secrets);
  }

  private Map<String, String> chosen(boolean credential) {
    Map<String, String> chosen = new LinkedHashMap<>();
    provider.properties().stream()
        .filter(property -> property.credential() == credential)
        .map(Property::name)
        .filter(values::containsKey)
        .forEach(name -> chosen.put(name, values.getOrDefault(name, "")));
    return chosen;
  }

  @Override
  public String toString() {
    return "OutputEntry[" + id + "]";
  }
}
