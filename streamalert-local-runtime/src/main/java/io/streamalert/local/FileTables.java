package io.streamalert.local;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.LookupTableProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The driver {@code file}: lookup tables that are JSON files of the form {@code {"KEY": VALUE, …}},
 * plain or compressed by gzip or zlib, which shows in their first bytes. Settings:
 *
 * <ul>
 *   <li>{@code path}: the file; a relative one counts from the working directory. Required.
 *   <li>{@code cache_refresh_minutes}: how old the content may become before the file is read again,
 *       from 1 to 525,600; default 10.
 *   <li>{@code compression}: ignored, so that the settings of a table in S3 can stay.
 * </ul>
 *
 * <p>A file is read when its table is opened; one that is missing, no JSON map, or larger than 64 MiB
 * without compression is a problem of the configuration. If that happens to it later, it is logged as a
 * warning and the earlier content stays. Thread-safe.
 */
public final class FileTables implements LookupTableProvider {

  private static final String PATH = "path";
  private static final String MINUTES = "cache_refresh_minutes";
  private static final Set<String> SETTINGS = Set.of(PATH, MINUTES, "compression");
  private static final long DEFAULT_MINUTES = 10;
  private static final long MOST_MINUTES = Duration.ofDays(365).toMinutes();

  /** A driver. */
  public FileTables() {}

  @Override
  public String driver() {
    return "file";
  }

  @Override
  public LookupTable open(TableSpec spec, Clock clock) {
    check(spec);
    TableFile file = new TableFile(Path.of(spec.setting(PATH).asText()));
    Duration age = Duration.ofMinutes(spec.setting(MINUTES).asLong().orElse(DEFAULT_MINUTES));
    LookupTable table = LookupTable.refreshed(spec.name(), file::read, age, clock);
    table.get(""); // Reads the file, so that a mistake in it is told at the start.
    return table;
  }

  private static void check(TableSpec spec) {
    List<Problem> problems = new ArrayList<>();
    String where = " of the lookup table " + spec.name();
    spec.settings().keySet().stream()
        .filter(key -> !SETTINGS.contains(key))
        .forEach(key -> problems.add(
            Problem.of("There is no setting \"" + key + "\" for the driver file" + where)
                .choose(key, SETTINGS)));
    if (spec.setting(PATH).textOr("").isBlank()) {
      problems.add(Problem.of("The setting " + PATH + where + " is missing")
          .mendedBy("Add \"path\": \"FILE\"."));
    }
    if (!isMinutes(spec.setting(MINUTES))) {
      problems.add(Problem.of(
          "The setting " + MINUTES + where + " is no whole number from 1 to " + MOST_MINUTES));
    }
    ConfigException.throwIfAny(problems);
  }

  private static boolean isMinutes(FieldValue written) {
    long minutes = written.asLong().orElse(written.isMissing() ? DEFAULT_MINUTES : 0);
    return minutes >= 1 && minutes <= MOST_MINUTES;
  }
}
