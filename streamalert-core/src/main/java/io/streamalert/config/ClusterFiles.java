package io.streamalert.config;

import io.streamalert.classify.DataSources;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogSource;
import io.streamalert.settings.ConfigException.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the data sources of the files of {@code clusters/}. */
final class ClusterFiles {

  private static final List<String> SERVICES = List.of("kinesis", "s3", "sns", "streamalert_app");
  private static final String DATA_SOURCES = "data_sources";

  private final LogTypes logTypes;
  private final ConfigProblems problems;
  private final DataSources.Builder sources = DataSources.builder();
  private final Map<String, String> places = new HashMap<>();

  ClusterFiles(LogTypes logTypes, ConfigProblems problems) {
    this.logTypes = logTypes;
    this.problems = problems;
  }

  /** What all files declare. */
  DataSources sources() {
    return sources.build();
  }

  void read(ConfigFile file) {
    FieldValue root = file.root();
    if (root.kind() != Kind.MAP) {
      return;
    }
    if (root.at(DATA_SOURCES).kind() != Kind.MAP) {
      problems.add(
          Problem.at(file.path(), Problem.pointer(DATA_SOURCES), "The cluster has no data sources")
              .mendedBy(hint(root.at("modules"))));
      return;
    }
    root.at(DATA_SOURCES)
        .fields()
        .forEach((service, resources) -> readService(file, service, resources));
  }

  private static String hint(FieldValue modules) {
    return modules.at("streamalert").exists() || modules.at("stream_alert").exists()
        ? "Move what is under modules.streamalert to the top level."
        : "Write {\"data_sources\": {\"s3\": {\"BUCKET\": [\"LOG\"]}}}.";
  }

  private void readService(ConfigFile file, String service, FieldValue resources) {
    if (SERVICES.contains(service)) {
      resources.fields().forEach((resource, logs) -> {
        if (isUsable(file, service, resource, logs)) {
          readResource(file, LogSource.of(service, resource), logs);
        }
      });
      return;
    }
    problems.add(Problem.at(
            file.path(),
            Problem.pointer(DATA_SOURCES, service),
            "There is no service \"" + service + "\"")
        .choose(service, SERVICES));
  }

  private boolean isUsable(ConfigFile file, String service, String resource, FieldValue logs) {
    String pointer = Problem.pointer(DATA_SOURCES, service, resource);
    if (resource.isEmpty()) {
      problems.add(Problem.at(file.path(), pointer, "A resource needs a name"));
      return false;
    }
    String earlier = places.putIfAbsent(resource, file.path() + "#" + pointer);
    if (earlier != null) {
      problems.add(Problem.at(
              file.path(),
              pointer,
              "The resource \"" + resource + "\" is declared twice, first in " + earlier)
          .mendedBy("Keep one of them, with the log types of both."));
      return false;
    }
    if (logs.kind() == Kind.LIST && logs.elements().isEmpty()) {
      problems.add(Problem.at(file.path(), pointer, "The resource lists no log types")
          .mendedBy("List at least one log type."));
    }
    return logs.elements().stream().anyMatch(log -> log.kind() == Kind.STRING);
  }

  private void readResource(ConfigFile file, LogSource source, FieldValue logs) {
    List<String> names =
        logs.elements().stream().flatMap(log -> log.asString().stream()).toList();
    sources.add(file.name(), source, names);
    String pointer = Problem.pointer(DATA_SOURCES, source.service(), source.resource());
    names.forEach(name -> logTypes.check(name, file.path(), pointer, problems));
  }
}
