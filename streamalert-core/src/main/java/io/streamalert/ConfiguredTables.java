package io.streamalert;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.lookup.TableSpec;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.LookupTableProvider;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens configured tables by the names of their drivers. */
final class ConfiguredTables {

  /** Drivers that ship, and where. */
  private static final Map<String, String> ARTIFACTS = Map.of(
      "s3", "streamalert-aws-runtime",
      "dynamodb", "streamalert-aws-runtime",
      "file", "streamalert-local-runtime");

  private final Map<String, LookupTableProvider> drivers;
  private final Function<TableSpec, Optional<LookupTable>> others;
  private final Clock clock;

  /** The drivers come first; others are asked where there is none of that name. */
  ConfiguredTables(
      Map<String, LookupTableProvider> drivers,
      Function<TableSpec, Optional<LookupTable>> others,
      Clock clock) {
    this.drivers = drivers;
    this.others = others;
    this.clock = clock;
  }

  /** The given tables and the configured ones; what is wrong goes to the problems. */
  LookupTables open(LookupTables given, List<TableSpec> specs, List<Problem> problems) {
    LookupTables.Builder tables = LookupTables.builder();
    given.names().forEach(name -> tables.add(name, given.table(name)));
    for (TableSpec spec : specs) {
      if (tables.build().has(spec.name())) {
        problems.add(Problem.of("There are two lookup tables of the name \"" + spec.name() + "\"")
            .mendedBy("Keep one of them."));
      } else {
        open(spec, problems).ifPresent(table -> tables.add(spec.name(), table));
      }
    }
    return tables.build();
  }

  private Optional<LookupTable> open(TableSpec spec, List<Problem> problems) {
    try {
      LookupTableProvider driver = drivers.get(spec.driver());
      Optional<LookupTable> table =
          driver == null ? others.apply(spec) : Optional.of(driver.open(spec, clock));
      if (table.isEmpty()) {
        problems.add(noDriver(spec));
      }
      return table;
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private Problem noDriver(TableSpec spec) {
    Problem problem = Problem.of("The lookup table " + spec.name() + " uses the driver "
        + spec.driver() + ", which is not there");
    String artifact = ARTIFACTS.get(spec.driver());
    return artifact == null
        ? problem.choose(spec.driver(), drivers.keySet())
        : problem.mendedBy("Add the artifact " + artifact + ".");
  }
}
