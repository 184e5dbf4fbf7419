package io.streamalert.config;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.List;

/** What a JSON Schema cannot say of {@code global.json} and {@code lambda.json}. */
final class CrossChecks {

  private static final FieldPath ENABLED_LOGS =
      FieldPath.of("infrastructure", "firehose", "enabled_logs");
  private static final String PARTITIONER = "athena_partitioner_config";
  private static final String FORMAT = "file_format";

  private final ConfigProblems problems;

  CrossChecks(ConfigProblems problems) {
    this.problems = problems;
  }

  /** Log types to keep that no schema declares are told; StreamAlert leaves them out. */
  void global(ConfigFile file, LogTypes logTypes) {
    for (String log : file.root().at(ENABLED_LOGS).fields().keySet()) {
      List<String> keys = new ArrayList<>(ENABLED_LOGS.keys());
      keys.add(log);
      logTypes.check(log, file.path(), Problem.pointer(keys.toArray(String[]::new)), problems);
    }
  }

  /** The function that needs the format does not start without it. */
  void lambda(ConfigFile file) {
    FieldValue section = file.root().at(PARTITIONER);
    boolean deployed = section.kind() == FieldValue.Kind.MAP
        && !section.at("enabled").is(false)
        && !section.fields().isEmpty();
    if (deployed && section.at(FORMAT).isMissing()) {
      problems.add(Problem.at(
              file.path(), Problem.pointer(PARTITIONER, FORMAT), "The file format is missing")
          .mendedBy("Write \"file_format\": \"parquet\", or \"json\"."));
    }
  }
}
