package io.streamalert.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Configurations that are on no disk. Single quotes stand for double ones. */
final class ConfFiles {

  static final String SCHEMA =
      "{'cloudtrail:events': {'schema': {'detail': {}}, 'parser': 'json', 'configuration':"
          + " {'normalization': {'sourceAddress': ['detail', 'ip']}}}}";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** One schema and nothing else. */
  static ConfFiles minimal() {
    return new ConfFiles().with("schemas/a", SCHEMA);
  }

  ConfFiles with(String key, String json) {
    return with(key, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  ConfFiles with(String key, byte[] json) {
    files.put(key, json);
    return this;
  }

  StreamAlertConfig load() {
    ConfigProblems problems = ConfigProblems.lenient();
    List<ConfigFile> read = new ArrayList<>();
    files.forEach((key, json) -> {
      String path = key + ".json";
      read.add(new ConfigFile(key, path, ConfigJson.parse(path, json, problems)));
    });
    return new ConfigReader(problems).read("conf", read);
  }
}
