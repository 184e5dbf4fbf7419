package io.streamalert.config;

import io.streamalert.alert.OutputId;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.IntelSpec;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a configuration of files that were read; touches no disk. */
final class ConfigReader {

  private final ConfigProblems problems;
  private final FileChecks checks;
  private final Map<String, ConfigFile> files = new LinkedHashMap<>();

  ConfigReader(ConfigProblems problems) {
    this.problems = problems;
    this.checks = new FileChecks(problems);
  }

  StreamAlertConfig read(String directory, Collection<ConfigFile> all) {
    all.forEach(file -> files.put(file.key(), file));
    List<LogSchema> schemas = schemas(directory);
    LogTypes logTypes = new LogTypes(schemas);
    DataSources sources = sources(logTypes);
    List<TableSpec> tables = tables();
    Set<OutputId> outputs = outputs();
    Optional<IntelSpec> intel = intel(schemas);
    crossCheck(logTypes);
    used().forEach(checks::check);
    problems.throwIfAny();
    return new StreamAlertConfig(new StreamAlertConfig.Parts(
        SchemaOrder.sorted(schemas), sources, tables, intel, outputs, raw(), problems.warnings()));
  }

  private Optional<ConfigFile> file(String key) {
    return Optional.ofNullable(files.get(key));
  }

  private List<ConfigFile> folder(String folder) {
    return files.values().stream()
        .filter(file -> file.key().startsWith(folder + "/"))
        .toList();
  }

  private void warnOfUnreadSchemas() {
    if (!folder(ConfigFile.SCHEMAS).isEmpty()) {
      file(ConfigFile.SINGLE_SCHEMA_FILE)
          .ifPresent(file -> problems.warn(Problem.in(
              file.path(), "is used in place of the folder schemas, which is not read")));
    }
  }

  /** The file that is used in place of the folder, or the files of the folder. */
  private List<ConfigFile> schemaFiles() {
    return file(ConfigFile.SINGLE_SCHEMA_FILE)
        .map(List::of)
        .orElseGet(() -> folder(ConfigFile.SCHEMAS));
  }

  private List<ConfigFile> used() {
    List<ConfigFile> schemaFiles = schemaFiles();
    return files.values().stream()
        .filter(file -> !file.kind().equals(ConfigFile.SCHEMAS) || schemaFiles.contains(file))
        .toList();
  }

  private List<LogSchema> schemas(String directory) {
    List<ConfigFile> schemaFiles = schemaFiles();
    warnOfUnreadSchemas();
    if (schemaFiles.isEmpty()) {
      problems.add(Problem.in(directory, "has no schemas")
          .mendedBy("Put at least one file into its folder schemas, or write logs.json."));
    }
    Map<LogType, LogSchema> byType = new LinkedHashMap<>();
    for (ConfigFile file : schemaFiles) {
      for (LogSchema schema : new SchemaFile(file.path(), problems).read(file.root())) {
        if (byType.remove(schema.type()) != null) {
          problems.warn(Problem.in(
              file.path(),
              "The log type " + schema.type()
                  + " stands in two schema files; the one in this file is used"));
        }
        byType.put(schema.type(), schema);
      }
    }
    return List.copyOf(byType.values());
  }

  private DataSources sources(LogTypes logTypes) {
    List<ConfigFile> clusterFiles = folder(ConfigFile.CLUSTERS);
    if (clusterFiles.isEmpty()) {
      return DataSources.any();
    }
    ClusterFiles clusters = new ClusterFiles(logTypes, problems);
    clusterFiles.forEach(clusters::read);
    return clusters.sources();
  }

  private List<TableSpec> tables() {
    return file("lookup_tables")
        .map(file -> new LookupTablesFile(file, problems).read())
        .orElse(List.of());
  }

  private void crossCheck(LogTypes logTypes) {
    CrossChecks crossChecks = new CrossChecks(problems);
    file("global").ifPresent(file -> crossChecks.global(file, logTypes));
    file("lambda").ifPresent(crossChecks::lambda);
  }

  private Set<OutputId> outputs() {
    return file("outputs")
        .map(file -> new OutputsFile(file, checks.root(file.kind()).keys(), problems).read())
        .orElseGet(OutputsFile::always);
  }

  private Optional<IntelSpec> intel(List<LogSchema> schemas) {
    FieldValue oldTypes =
        file("normalized_types").map(ConfigFile::root).orElseGet(FieldValue::missing);
    Map<String, FieldValue> clusters = new LinkedHashMap<>();
    folder(ConfigFile.CLUSTERS).forEach(file -> clusters.put(file.name(), file.root()));
    return file("threat_intel")
        .flatMap(file -> new ThreatIntelFile(file, problems)
            .normalizedTypes(schemas, oldTypes)
            .read(clusters));
  }

  /** All files but those of schemas. */
  private Map<String, FieldValue> raw() {
    Map<String, FieldValue> raw = new LinkedHashMap<>();
    files.values().stream()
        .filter(file -> !file.kind().equals(ConfigFile.SCHEMAS))
        .forEach(file -> raw.put(file.key(), file.root()));
    return raw;
  }
}
