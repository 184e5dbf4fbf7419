package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.StreamAlertBuilder;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.ClassifierBuilder;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.LogSource;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.LookupTableProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Joins what ships with what the user named. */
final class Composition {

  private static final String EPHEMERAL = LookupTableProvider.ephemeral().driver();
  private static final String NULL = LookupTableProvider.none().driver();

  private final Io io;
  private final List<Problem> problems = new ArrayList<>();
  private final StreamAlertBuilder builder = StreamAlert.builder().rulesFrom(new CommunityRules());
  private DataSources sources = DataSources.any();

  Composition(Io io) {
    this.io = io;
  }

  /**
   * Makes the composition.
   *
   * @throws ConfigException with the problems of the configuration and of the rules
   */
  StreamAlert compose(Optional<Path> conf, List<Path> rules, RuleLoader loader) {
    conf.ifPresentOrElse(this::configure, () -> builder.schemas(CommunitySchemas.all()));
    for (Path path : new LinkedHashSet<>(rules)) {
      builder.rules(loader.load(path, problems));
    }
    ConfigException.throwIfAny(problems);
    return builder.build();
  }

  private void configure(Path directory) {
    try {
      StreamAlertConfig config = StreamAlertConfig.load(directory);
      config.warnings().forEach(warning -> io.say("Warning: " + warning));
      sources = config.sources();
      builder.sources(sources).schemas(usable(config.schemas()));
      addTables(config.tables());
      if (config.threatIntel().isPresent()) {
        io.say(
            "Warning: threat_intel.json is enabled, but nothing here has indicators: no record is"
                + " checked against any.");
      }
    } catch (ConfigException e) {
      problems.addAll(e.problems());
    }
  }

  /** A table that nothing here can read is empty, so that the rest of a deployment's files can be used. */
  private void addTables(List<TableSpec> tables) {
    List<LookupTableProvider> drivers = new ArrayList<>();
    ServiceLoader.load(LookupTableProvider.class).forEach(drivers::add);
    Set<String> known = new TreeSet<>(Set.of(EPHEMERAL, NULL));
    drivers.forEach(driver -> known.add(driver.driver()));
    builder.tableDrivers(drivers);
    for (TableSpec table : tables) {
      if (known.contains(table.driver())) {
        builder.tables(List.of(table));
      } else {
        io.say("Warning: the lookup table " + table.name()
            + " is empty here, as nothing can read its" + " driver " + table.driver() + ".");
        builder.tables(List.of(TableSpec.of(table.name(), NULL, Map.of())));
      }
    }
  }

  private List<LogSchema> usable(List<LogSchema> schemas) {
    ClassifierBuilder classifier = Classifier.builder();
    List<LogSchema> usable = new ArrayList<>();
    Map<String, Set<String>> leftOut = new TreeMap<>();
    for (LogSchema schema : schemas) {
      classifier
          .unsupported(schema)
          .ifPresentOrElse(
              why -> leftOut
                  .computeIfAbsent(why, w -> new TreeSet<>())
                  .add(schema.type().name()),
              () -> usable.add(schema));
    }
    if (!leftOut.isEmpty()) {
      io.say("Warning: these log types are left out, as this version cannot read them: "
          + list(leftOut) + ".");
    }
    return usable;
  }

  private static String list(Map<String, Set<String>> leftOut) {
    return leftOut.entrySet().stream()
        .map(e -> String.join(", ", e.getValue()) + " (" + e.getKey() + ")")
        .collect(Collectors.joining("; "));
  }

  /** Warns of sources of which every log will be refused. */
  void check(Set<LogSource> used) {
    Set<LogSource> declared = sources.declared();
    if (declared.isEmpty()) {
      return;
    }
    List<String> known = declared.stream().map(LogSource::toString).toList();
    used.stream()
        .filter(source -> !declared.contains(source))
        .map(source -> Problem.of("No cluster declares the source " + source
                + ", so all of its logs become dead letters")
            .choose(source.toString(), known))
        .forEach(problem -> io.say("Warning: " + problem));
  }
}
