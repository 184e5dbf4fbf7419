package io.streamalert.config;

import io.streamalert.classify.LogSchema;
import io.streamalert.intel.IntelSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

  /**
   * What is to be looked up in records of the clusters that ask for it; empty unless the file and at
   * least one of them do.
   */
  Optional<IntelSpec> read(Map<String, FieldValue> clusters) {
    FieldValue root = file.root();
    Set<String> asking = new TreeSet<>();
    clusters.forEach((name, cluster) -> {
      if (cluster.at("enable_threat_intel").isTruthy()) {
        asking.add(name);
      }
    });
    boolean active = root.at(ENABLED).isTruthy() && !asking.isEmpty();
    root.at(TYPES).fields().forEach((type, names) -> checkType(type, names, active));
    root.at(EXCLUSIONS).fields().forEach((type, values) -> {
      checkName(type, EXCLUSIONS, type);
      values.fields().keySet().forEach(value -> checkName(value, EXCLUSIONS, type, value));
    });
    return active && problems.isEmpty() ? spec(root, asking) : Optional.empty();
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

  private Optional<IntelSpec> spec(FieldValue root, Set<String> clusters) {
    try {
      return Optional.of(build(root, clusters));
    } catch (ConfigException e) {
      Optional<String> here = Optional.of(file.path());
      e.problems()
          .forEach(problem -> problems.add(
              new Problem(here, Problem.pointer(EXCLUSIONS), problem.message(), problem.mend())));
      return Optional.empty();
    }
  }

  private static IntelSpec build(FieldValue root, Set<String> clusters) {
    IntelSpec.Builder spec = IntelSpec.builder().clusters(clusters);
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
