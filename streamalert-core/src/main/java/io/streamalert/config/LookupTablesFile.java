package io.streamalert.config;

import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code lookup_tables.json}. Without {@code enabled} there are no tables. */
final class LookupTablesFile {

  private static final String TABLES = "tables";
  private static final String DRIVER = "driver";

  /** The drivers of StreamAlert, and what each must be told. */
  private static final Map<String, List<String>> REQUIRED = Map.of(
      "s3", List.of("bucket", "key"),
      "dynamodb", List.of("table", "partition_key", "value_key"),
      "ephemeral", List.of(),
      "null", List.of());

  private final ConfigFile file;
  private final ConfigProblems problems;
  private final List<TableSpec> tables = new ArrayList<>();

  LookupTablesFile(ConfigFile file, ConfigProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  static boolean isEnabled(FieldValue root) {
    return root.at("enabled").isTruthy();
  }

  List<TableSpec> read() {
    if (isEnabled(file.root())) {
      file.root().at(TABLES).fields().forEach(this::readTable);
    }
    return List.copyOf(tables);
  }

  private void readTable(String name, FieldValue table) {
    String driver = table.at(DRIVER).textOr("");
    if (name.isBlank()) {
      problems.add(
          Problem.at(file.path(), Problem.pointer(TABLES, name), "A lookup table needs a name"));
    } else if (driver.isBlank()) {
      problems.add(Problem.at(
              file.path(), Problem.pointer(TABLES, name, DRIVER), "The lookup table has no driver")
          .choose(driver, REQUIRED.keySet()));
    } else {
      checkDriver(name, driver, table);
      Map<String, FieldValue> settings = new LinkedHashMap<>(table.fields());
      settings.remove(DRIVER);
      tables.add(TableSpec.of(name, driver, settings));
    }
  }

  /** Jars bring drivers of their own, so an unknown one is told but not refused. */
  private void checkDriver(String name, String driver, FieldValue table) {
    if (!REQUIRED.containsKey(driver)) {
      problems.warn(Problem.at(
              file.path(),
              Problem.pointer(TABLES, name, DRIVER),
              "\"" + driver + "\" is no driver of StreamAlert, so a jar has to bring it")
          .choose(driver, REQUIRED.keySet()));
      return;
    }
    for (String setting : REQUIRED.getOrDefault(driver, List.of())) {
      if (table.at(setting).isMissing()) {
        problems.add(Problem.at(
                file.path(),
                Problem.pointer(TABLES, name, setting),
                "The driver " + driver + " needs \"" + setting + "\"")
            .mendedBy("Add it to the table."));
      }
    }
  }
}
