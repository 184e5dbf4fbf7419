package io.streamalert.config;

import io.streamalert.classify.DataSources;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogSource;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Reads the data sources of a file of {@code clusters/}. */
final class ClusterFile {

  private static final List<String> SERVICES = List.of("kinesis", "s3", "sns", "streamalert_app");
  private static final String DATA_SOURCES = "data_sources";

  private final String file;
  private final String cluster;
  private final ConfigProblems problems;

  ClusterFile(String file, String cluster, ConfigProblems problems) {
    this.file = file;
    this.cluster = cluster;
    this.problems = problems;
  }

  void read(FieldValue root, DataSources.Builder sources) {
    if (!root.exists()) {
      return;
    }
    if (root.at(DATA_SOURCES).kind() != Kind.MAP) {
      String hint = root.at("modules", "streamalert").exists()
              || root.at("modules", "stream_alert").exists()
          ? "Move what is under modules.streamalert to the top level."
          : "Write {\"data_sources\": {\"s3\": {\"BUCKET\": [\"LOG\"]}}}.";
      problems.add(
          Problem.at(file, Problem.pointer(DATA_SOURCES), "The cluster has no data sources")
              .mendedBy(hint));
      return;
    }
    root.at(DATA_SOURCES)
        .fields()
        .forEach((service, resources) -> readService(service, resources, sources));
  }

  private void readService(String service, FieldValue resources, DataSources.Builder sources) {
    if (!SERVICES.contains(service)) {
      problems.add(Problem.at(
              file,
              Problem.pointer(DATA_SOURCES, service),
              "There is no service \"" + service + "\"")
          .choose(service, SERVICES));
      return;
    }
    resources.fields().forEach((resource, logs) -> readResource(service, resource, logs, sources));
  }

  private void readResource(
      String service, String resource, FieldValue logs, DataSources.Builder sources) {
    List<String> names = new ArrayList<>();
    logs.elements().forEach(log -> names.add(log.asText()));
    try {
      sources.add(cluster, LogSource.of(service, resource), names);
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? "The source cannot be used" : e.getMessage();
      problems.add(Problem.at(file, Problem.pointer(DATA_SOURCES, service, resource), why));
    }
  }
}
