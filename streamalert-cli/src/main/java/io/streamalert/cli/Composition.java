package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.StreamAlertBuilder;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.ClassifierBuilder;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.community.CommunityPublishers;
import io.streamalert.community.CommunityRules;
import io.streamalert.community.CommunitySchemas;
import io.streamalert.config.StreamAlertConfig;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.LogSource;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.LookupTableProvider;
import io.streamalert.testkit.events.EventComposition;
import io.streamalert.testkit.events.TestEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Joins what ships with what the user named. */
final class Composition {

  private static final String EPHEMERAL = LookupTableProvider.ephemeral().driver();
  private static final String NULL = LookupTableProvider.none().driver();

  private final Consumer<String> warnings;
  private final List<Problem> problems = new ArrayList<>();
  private final StreamAlertBuilder builder =
      StreamAlert.builder().publishers(List.of(new CommunityPublishers()));
  private final Map<String, Set<String>> leftOut = new TreeMap<>();
  private List<LogSchema> schemas = List.of();
  private List<TableSpec> tables = List.of();
  private DataSources sources = DataSources.any();
  private boolean hasIntel;

  /** A composition whose warnings are told at once. */
  Composition(Io io) {
    this(warning -> io.say("Warning: " + warning));
  }

  Composition(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  /**
   * Makes the composition.
   *
   * @throws ConfigException with the problems of the configuration and of the rules
   */
  StreamAlert compose(Optional<Path> conf, List<Path> rules, RuleLoader loader) {
    gather(conf, rules, loader);
    ConfigException.throwIfAny(problems);
    return builder.build();
  }

  /**
   * The composition for logs of one source by the log types that it may hold, or for any log by all log types.
   *
   * @throws ConfigException as {@link #compose}, or if no cluster declares the source
   */
  StreamAlert composeFor(
      Optional<LogSource> source, Optional<Path> conf, List<Path> rules, RuleLoader loader) {
    gather(conf, rules, loader);
    return forSource(source);
  }

  private void gather(Optional<Path> conf, List<Path> rules, RuleLoader loader) {
    conf.ifPresentOrElse(this::configure, () -> builder.schemas(CommunitySchemas.all()));
    warnOfLeftOut();
    load(conf.isPresent(), rules, loader);
  }

  /**
   * What classifies logs of one source by the log types that it may hold, or any log by all log types.
   *
   * @throws ConfigException with the problems of the configuration, or if no cluster declares the source
   */
  StreamAlert classifying(Optional<Path> conf, Optional<LogSource> source) {
    conf.ifPresentOrElse(this::readConfig, () -> builder.schemas(CommunitySchemas.all()));
    warnOfLeftOut();
    return forSource(source);
  }

  /**
   * What test events are tested on: their fixtures stand for lookup tables, indicators and the clock.
   *
   * @throws ConfigException with the problems of the configuration and of the rules
   */
  EventComposition testing(Optional<Path> conf, List<Path> rules, RuleLoader loader) {
    conf.ifPresentOrElse(
        directory -> readConfig(directory).ifPresent(this::addIntel),
        () -> builder.schemas(CommunitySchemas.all()));
    warnOfLeftOut();
    load(conf.isPresent(), rules, loader);
    ConfigException.throwIfAny(problems);
    return fixtures -> builder.tables(fixtures.tables()).environment(fixtures).build();
  }

  private void addIntel(StreamAlertConfig config) {
    config.threatIntel().ifPresent(builder::intel);
    hasIntel = config.threatIntel().isPresent();
  }

  /** Warns of indicators of test events that nothing looks at. */
  void check(Collection<TestEvent> events) {
    if (!hasIntel && events.stream().anyMatch(TestEvent::hasIndicators)) {
      warnings.accept(
          "test events have threat_intel fixtures, which no record is checked against, as threat"
              + " intelligence is not enabled by --conf.");
    }
  }

  private StreamAlert forSource(Optional<LogSource> source) {
    source.flatMap(this::undeclared).ifPresent(problems::add);
    ConfigException.throwIfAny(problems);
    return builder.sources(source.isPresent() ? sources : DataSources.any()).build();
  }

  private void warnOfLeftOut() {
    if (!leftOut.isEmpty()) {
      warnings.accept(
          "these log types are left out, as this version cannot read them: " + list(leftOut) + ".");
    }
  }

  /**
   * All that is wrong with a configuration and rules, with log types that {@link #compose} would leave out. Rules are
   * not held against a configuration that cannot be read.
   */
  List<Problem> problems(Path conf, List<Path> rules, RuleLoader loader) {
    configure(conf);
    boolean configured = problems.isEmpty();
    leftOut.forEach((why, types) -> types.forEach(
        type -> problems.add(Problem.of("The log type " + type + " cannot be used: " + why))));
    load(true, rules, loader);
    if (configured) {
      try {
        builder.build();
      } catch (ConfigException e) {
        problems.addAll(e.problems());
      }
    }
    return problems;
  }

  /** What a configuration holds, for a person. */
  String contents() {
    String resources = sources.declared().isEmpty()
        ? "any source"
        : Text.count(sources.declared().size(), "source", "sources");
    return Text.count(schemas.size(), "log type", "log types") + ", " + resources + ", "
        + Text.count(tables.size(), "lookup table", "lookup tables");
  }

  /** Where there is a configuration, the rules that ship are to do just what those of StreamAlert do. */
  private void load(boolean configured, List<Path> rules, RuleLoader loader) {
    builder.rulesFrom(configured ? CommunityRules.strict() : CommunityRules.wide());
    for (Path path : new LinkedHashSet<>(rules)) {
      loader.load(path, problems).forEach(rule -> builder.rule(rule.rule(), rule.origin()));
    }
  }

  private void configure(Path directory) {
    readConfig(directory).ifPresent(config -> {
      tables = config.tables();
      addTables();
      if (config.threatIntel().isPresent()) {
        warnings.accept(
            "threat_intel.json is enabled, but nothing here has indicators: no record is"
                + " checked against any.");
      }
    });
  }

  /** Takes schemas and sources; empty after a problem. */
  private Optional<StreamAlertConfig> readConfig(Path directory) {
    try {
      StreamAlertConfig config = StreamAlertConfig.load(directory);
      config.warnings().forEach(warnings);
      sources = config.sources();
      schemas = config.schemas();
      builder.sources(sources).schemas(usable());
      return Optional.of(config);
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  /** A table that nothing here can read is empty, so that the rest of a deployment's files can be used. */
  private void addTables() {
    List<LookupTableProvider> drivers = new ArrayList<>();
    ServiceLoader.load(LookupTableProvider.class).forEach(drivers::add);
    Set<String> known = new TreeSet<>(Set.of(EPHEMERAL, NULL));
    drivers.forEach(driver -> known.add(driver.driver()));
    builder.tableDrivers(drivers);
    for (TableSpec table : tables) {
      if (known.contains(table.driver())) {
        builder.tables(List.of(table));
      } else {
        warnings.accept("the lookup table " + table.name()
            + " is empty here, as nothing can read its driver " + table.driver() + ".");
        builder.tables(List.of(TableSpec.of(table.name(), NULL, Map.of())));
      }
    }
  }

  private List<LogSchema> usable() {
    ClassifierBuilder classifier = Classifier.builder();
    List<LogSchema> usable = new ArrayList<>();
    for (LogSchema schema : schemas) {
      classifier
          .unsupported(schema)
          .ifPresentOrElse(
              why -> leftOut
                  .computeIfAbsent(why, w -> new TreeSet<>())
                  .add(schema.type().name()),
              () -> usable.add(schema));
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
    for (LogSource source : used) {
      undeclared(source).ifPresent(problem -> warnings.accept(problem.toString()));
    }
  }

  /** What is wrong with a source that no cluster declares, while there are clusters. */
  private Optional<Problem> undeclared(LogSource source) {
    Set<LogSource> declared = sources.declared();
    if (declared.isEmpty() || declared.contains(source)) {
      return Optional.empty();
    }
    List<String> known = declared.stream().map(LogSource::toString).toList();
    return Optional.of(Problem.of(
            "No cluster declares the source " + source + ", so all of its logs become dead letters")
        .choose(source.toString(), known));
  }
}
