package io.streamalert.config;

import io.streamalert.classify.LogSchema;
import io.streamalert.intel.IntelSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code threat_intel.json}. */
final class ThreatIntelFile {

  private static final String TYPES = "normalized_ioc_types";
  private static final String EXCLUSIONS = "excluded_iocs";
  private static final String ENABLED = "enabled";
  private static final Set<String> OWN_KEYS = Set.of(TYPES, EXCLUSIONS, ENABLED);

  private final ConfigFile file;
  private final ConfigProblems problems;
  private final TreeSet<String> bySchemas = new TreeSet<>();
  private final TreeSet<String> known = new TreeSet<>();

  ThreatIntelFile(ConfigFile file, ConfigProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** Takes the names of normalised types: those of schemas, and those of the old file. */
  ThreatIntelFile normalizedTypes(Collection<LogSchema> schemas, FieldValue normalizedTypes) {
    schemas.forEach(schema -> bySchemas.addAll(schema
        .options()
        .getOrDefault("normalization", FieldValue.missing())
        .fields()
        .keySet()));
    known.addAll(bySchemas);
    normalizedTypes
        .fields()
        .values()
        .forEach(types -> known.addAll(types.fields().keySet()));
    return this;
  }

  /** What is to be looked up; empty unless the file and at least one cluster ask for it. */
  Optional<IntelSpec> read(Collection<FieldValue> clusters) {
    FieldValue root = file.root();
    boolean active = root.at(ENABLED).isTruthy()
        && clusters.stream().anyMatch(c -> c.at("enable_threat_intel").isTruthy());
    root.at(TYPES).fields().forEach((type, names) -> checkType(type, names, active));
    root.at(EXCLUSIONS).fields().forEach((type, values) -> {
      checkName(type, EXCLUSIONS, type);
      values.fields().keySet().forEach(value -> checkName(value, EXCLUSIONS, type, value));
    });
    // A cluster that asks for it asks for the records of all clusters, as in StreamAlert 3.5.
    return active && problems.isEmpty() ? Optional.of(spec(root)) : Optional.empty();
  }

  private void checkType(String type, FieldValue names, boolean active) {
    checkName(type, TYPES, type);
    for (String name : texts(names)) {
      Problem unknown = Problem.at(
              file.path(),
              Problem.pointer(TYPES, type),
              "There is no normalised type \"" + name + "\"")
          .choose(name, known);
      if (!known.contains(name) || name.isBlank()) {
        problems.add(unknown);
      } else if (active && !bySchemas.contains(name)) {
        problems.warn(Problem.at(
            file.path(),
            Problem.pointer(TYPES, type),
            "No schema has the normalised type \"" + name + "\", so nothing of it is looked up"));
      }
    }
  }

  private void checkName(String name, String... pointer) {
    if (name.isBlank()) {
      problems.add(Problem.at(file.path(), Problem.pointer(pointer), "A name must not be blank"));
    }
  }

  private static IntelSpec spec(FieldValue root) {
    IntelSpec.Builder spec = IntelSpec.builder();
    root.at(TYPES).fields().forEach((type, names) -> spec.normalizedTypes(type, texts(names)));
    root.at(EXCLUSIONS)
        .fields()
        .forEach((type, values) -> spec.exclusions(type, values.fields().keySet()));
    root.fields().forEach((key, value) -> {
      if (!OWN_KEYS.contains(key)) {
        spec.setting(key, value);
      }
    });
    return spec.build();
  }

  private static List<String> texts(FieldValue names) {
    return names.elements().stream().flatMap(name -> name.asString().stream()).toList();
  }
}
