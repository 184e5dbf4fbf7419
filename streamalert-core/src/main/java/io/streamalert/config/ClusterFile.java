package io.streamalert.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamalert.classify.DataSources;
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

  void read(JsonNode root, DataSources.Builder sources) {
    if (root.isMissingNode()) {
      return;
    }
    if (!root.path(DATA_SOURCES).isObject()) {
      String hint =
          root.path("modules").has("streamalert") || root.path("modules").has("stream_alert")
              ? "Move what is under modules.streamalert to the top level."
              : "Write {\"data_sources\": {\"s3\": {\"BUCKET\": [\"LOG\"]}}}.";
      problems.add(
          Problem.at(file, Problem.pointer(DATA_SOURCES), "The cluster has no data sources")
              .mendedBy(hint));
      return;
    }
    ConfigJson.fields(root.get(DATA_SOURCES))
        .forEach((service, resources) -> readService(service, resources, sources));
  }

  private void readService(String service, JsonNode resources, DataSources.Builder sources) {
    if (!SERVICES.contains(service)) {
      problems.add(Problem.at(
              file,
              Problem.pointer(DATA_SOURCES, service),
              "There is no service \"" + service + "\"")
          .choose(service, SERVICES));
      return;
    }
    ConfigJson.fields(resources)
        .forEach((resource, logs) -> readResource(service, resource, logs, sources));
  }

  private void readResource(
      String service, String resource, JsonNode logs, DataSources.Builder sources) {
    List<String> names = new ArrayList<>();
    logs.forEach(log -> names.add(log.asText()));
    try {
      sources.add(cluster, LogSource.of(service, resource), names);
    } catch (IllegalArgumentException e) {
      String why = e.getMessage() == null ? "The source cannot be used" : e.getMessage();
      problems.add(Problem.at(file, Problem.pointer(DATA_SOURCES, service, resource), why));
    }
  }
}
