package io.streamalert.config;

import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a configuration directory. */
final class ConfigDirectory {

  private final Path directory;
  private final ConfigProblems problems = new ConfigProblems();
  private final List<String> warnings = new ArrayList<>();

  ConfigDirectory(Path directory) {
    this.directory = directory;
  }

  StreamAlertConfig load() {
    if (!Files.isDirectory(directory)) {
      problems.add(Problem.in(directory.toString(), "is no directory")
          .mendedBy("Name the conf directory of a StreamAlert deployment."));
      problems.throwIfAny();
    }
    List<LogSchema> schemas = schemas();
    DataSources sources = sources();
    problems.throwIfAny();
    return new StreamAlertConfig(SchemaOrder.sorted(schemas), sources, warnings);
  }

  private List<LogSchema> schemas() {
    Path single = directory.resolve("logs.json");
    List<Path> files = Files.isRegularFile(single) ? List.of(single) : jsonFiles("schemas");
    if (files.isEmpty()) {
      problems.add(Problem.in(directory.toString(), "has no schemas")
          .mendedBy("Put at least one file into " + directory.resolve("schemas")
              + ", or write logs.json."));
    }
    Map<LogType, LogSchema> byType = new LinkedHashMap<>();
    for (Path file : files) {
      for (LogSchema schema : new SchemaFile(file.toString(), problems).read(read(file))) {
        if (byType.remove(schema.type()) != null) {
          warnings.add("The log type " + schema.type() + " stands in two schema files; the one in "
              + file + " is used.");
        }
        byType.put(schema.type(), schema);
      }
    }
    return List.copyOf(byType.values());
  }

  private DataSources sources() {
    List<Path> files = jsonFiles("clusters");
    if (files.isEmpty()) {
      return DataSources.any();
    }
    DataSources.Builder sources = DataSources.builder();
    for (Path file : files) {
      String name = file.getFileName().toString();
      String cluster = name.substring(0, name.length() - ".json".length());
      new ClusterFile(file.toString(), cluster, problems).read(read(file), sources);
    }
    return sources.build();
  }

  private FieldValue read(Path file) {
    try {
      return ConfigJson.parse(file.toString(), Files.readAllBytes(file), problems);
    } catch (IOException e) {
      problems.add(Problem.in(file.toString(), "cannot be read: " + e.getClass().getSimpleName()));
      return FieldValue.missing();
    }
  }

  /** The files of a folder by name; none where there is no such folder. */
  private List<Path> jsonFiles(String folder) {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory.resolve(folder))) {
      try (DirectoryStream<Path> found =
          Files.newDirectoryStream(directory.resolve(folder), "*.json")) {
        found.forEach(files::add);
      } catch (IOException e) {
        problems.add(Problem.in(
            directory.resolve(folder).toString(),
            "cannot be listed: " + e.getClass().getSimpleName()));
      }
    }
    files.sort(null);
    return files;
  }
}
