package io.streamalert;

import io.streamalert.alert.OutputId;
import io.streamalert.classify.Classifier;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.event.PipelineListener;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.lookup.TableSpec;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.publish.Publisher;
import io.streamalert.publish.Publishers;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOrigin;
import io.streamalert.rule.RuleStaging;
import io.streamalert.rule.RulesEngine;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Settings;
import io.streamalert.spi.LogParserProvider;
import io.streamalert.spi.LookupTableProvider;
import io.streamalert.spi.PublisherProvider;
import io.streamalert.spi.RuleProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link StreamAlert} is made of. Not thread-safe. */
public final class StreamAlertBuilder {

  final List<LogSchema> schemas = new ArrayList<>();
  final Map<OutputId, OutputDispatcher> outputs = new LinkedHashMap<>();
  PipelineListener listener = PipelineListener.none();
  Settings settings = Settings.defaults();
  DataSources sources = DataSources.any();

  private final RuleDiscovery rules = new RuleDiscovery();
  private final Map<String, LogParserProvider> parsers = new LinkedHashMap<>();
  private final Publishers.Builder publishers = Publishers.builder();
  private final List<TableSpec> configuredTables = new ArrayList<>();
  private final Map<String, LookupTableProvider> tableDrivers = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private LookupTables tables = LookupTables.none();
  private @Nullable IntelSpec intelSpec;
  private @Nullable ThreatIntel intel;
  private @Nullable Environment environment;
  private RuleStaging staging = RuleStaging.none();
  private Clock clock = Clock.systemUTC();

  StreamAlertBuilder() {
    tableDrivers(List.of(LookupTableProvider.ephemeral(), LookupTableProvider.none()));
  }

  /**
   * Adds schemas behind those that are there.
   *
   * @param more the schemas in the order in which they are to be tried
   * @return this
   */
  public StreamAlertBuilder schemas(Collection<LogSchema> more) {
    schemas.addAll(more);
    return this;
  }

  /**
   * Adds schemas behind those that are there.
   *
   * @param more the schemas in the order in which they are to be tried
   * @return this
   */
  public StreamAlertBuilder schemas(LogSchema... more) {
    return schemas(List.of(more));
  }

  /**
   * Sets which log types each source may hold.
   *
   * @param sources the sources; default {@link DataSources#any()}
   * @return this
   */
  public StreamAlertBuilder sources(DataSources sources) {
    this.sources = Objects.requireNonNull(sources, "sources");
    return this;
  }

  /**
   * Adds rules. Each log type that one of them looks at must have a schema, and each publisher that
   * one of them names must be there.
   *
   * @param more the rules
   * @return this
   */
  public StreamAlertBuilder rules(Collection<? extends Rule> more) {
    rules.add(more);
    return this;
  }

  /**
   * Adds rules. Each log type that one of them looks at must have a schema, and each publisher that
   * one of them names must be there.
   *
   * @param more the rules
   * @return this
   */
  public StreamAlertBuilder rules(Rule... more) {
    return rules(List.of(more));
  }

  /**
   * Adds a rule that was loaded from somewhere.
   *
   * @param rule the rule
   * @param origin where it comes from, for lists and messages
   * @return this
   */
  public StreamAlertBuilder rule(Rule rule, RuleOrigin origin) {
    rules.add(rule, origin);
    return this;
  }

  /**
   * Adds the rules of a provider. Of a {@linkplain RuleProvider#isLibrary() library}, those of which
   * no log type has a schema are inactive, and publishers that are not there are passed over when an
   * alert is delivered; rules of others are as strict as those of {@link #rules}.
   *
   * @param provider the provider
   * @return this
   */
  public StreamAlertBuilder rulesFrom(RuleProvider provider) {
    rules.add(Objects.requireNonNull(provider, "provider"));
    return this;
  }

  /**
   * Adds the rules of all given providers, as {@link #rulesFrom} does.
   *
   * @param providers the providers, such as a {@link java.util.ServiceLoader} of them, which is asked
   *     by {@link #build()}
   * @return this
   */
  public StreamAlertBuilder ruleProviders(Iterable<? extends RuleProvider> providers) {
    rules.add(Objects.requireNonNull(providers, "providers"));
    return this;
  }

  /**
   * Adds a parser for schemas that name it.
   *
   * @param parser the parser's provider
   * @return this
   */
  public StreamAlertBuilder parser(LogParserProvider parser) {
    LogParserProvider other = parsers.putIfAbsent(parser.name(), parser);
    if (other != null) {
      twice("parsers", parser.name(), parser, other);
    }
    return this;
  }

  /**
   * Adds outputs. They are handed to the runtime; nothing here calls them. If the {@link
   * #environment} is one that delivers, each output that a rule or the settings name must be there;
   * elsewhere those that are not are logged as a warning.
   *
   * @param dispatchers the outputs
   * @return this
   */
  public StreamAlertBuilder outputs(OutputDispatcher... dispatchers) {
    for (OutputDispatcher dispatcher : dispatchers) {
      OutputDispatcher other = outputs.putIfAbsent(dispatcher.id(), dispatcher);
      if (other != null) {
        twice("outputs", dispatcher.id().toString(), dispatcher, other);
      }
    }
    return this;
  }

  /**
   * Adds publishers that rules can name, beside those that {@linkplain Publishers ship}.
   *
   * @param more from name to publisher; no name blank
   * @return this
   * @throws IllegalArgumentException if a name is blank
   */
  public StreamAlertBuilder publishers(Map<String, ? extends Publisher> more) {
    publishers.addAll(more);
    return this;
  }

  /**
   * Adds publishers that rules can name.
   *
   * @param providers the providers, such as a {@link java.util.ServiceLoader} of them
   * @return this
   * @throws IllegalArgumentException if a name is blank
   */
  public StreamAlertBuilder publishers(Iterable<? extends PublisherProvider> providers) {
    for (PublisherProvider provider : providers) {
      publishers(provider.publishers());
      provider.aliases().forEach(publishers::alias);
    }
    return this;
  }

  private void twice(String what, String name, Object one, Object other) {
    problems.add(Problem.of("Two " + what + " have the name \"" + name + "\": "
            + other.getClass().getName() + " and " + one.getClass().getName())
        .mendedBy("Keep one of them."));
  }

  /**
   * Sets the lookup tables of the rules.
   *
   * @param tables the tables; default none
   * @return this
   */
  public StreamAlertBuilder tables(LookupTables tables) {
    this.tables = Objects.requireNonNull(tables, "tables");
    return this;
  }

  /**
   * Adds lookup tables that are opened by their drivers: by one of {@link #tableDrivers}, or else by
   * the {@link #environment}. The drivers {@code ephemeral} and {@code null} are always there.
   *
   * @param specs the tables
   * @return this
   */
  public StreamAlertBuilder tables(Collection<TableSpec> specs) {
    configuredTables.addAll(specs);
    return this;
  }

  /**
   * Adds drivers of lookup tables.
   *
   * @param drivers the drivers, such as a {@link java.util.ServiceLoader} of them
   * @return this
   */
  public StreamAlertBuilder tableDrivers(Iterable<? extends LookupTableProvider> drivers) {
    for (LookupTableProvider driver : drivers) {
      LookupTableProvider other = tableDrivers.putIfAbsent(driver.driver(), driver);
      if (other != null) {
        twice("drivers of lookup tables", driver.driver(), driver, other);
      }
    }
    return this;
  }

  /**
   * Sets the threat intelligence that is asked about the normalised values of each batch.
   *
   * @param spec which values are looked for, of which clusters
   * @param intel what knows the indicators
   * @return this
   */
  public StreamAlertBuilder intel(IntelSpec spec, ThreatIntel intel) {
    this.intelSpec = Objects.requireNonNull(spec, "spec");
    this.intel = Objects.requireNonNull(intel, "intel");
    return this;
  }

  /**
   * Sets the threat intelligence, which the {@link #environment} opens.
   *
   * @param spec which values are looked for, of which clusters
   * @return this
   */
  public StreamAlertBuilder intel(IntelSpec spec) {
    this.intelSpec = Objects.requireNonNull(spec, "spec");
    this.intel = null;
    return this;
  }

  /**
   * Sets what opens configured tables and threat intelligence, and with it the {@link #clock}.
   *
   * @param environment what the runtime offers; default none
   * @return this
   */
  public StreamAlertBuilder environment(Environment environment) {
    this.environment = Objects.requireNonNull(environment, "environment");
    return clock(environment.clock());
  }

  /**
   * Sets which rules are staged.
   *
   * @param staging the staging; default none is
   * @return this
   */
  public StreamAlertBuilder staging(RuleStaging staging) {
    this.staging = Objects.requireNonNull(staging, "staging");
    return this;
  }

  /**
   * Sets the limits and required outputs. By default every alert is addressed to {@code
   * aws-firehose:alerts} as well, as in StreamAlert 3.5; a program that has no such output sets
   * {@link Settings.Builder#requiredOutputs}.
   *
   * @param settings the settings; default {@link Settings#defaults()}
   * @return this
   */
  public StreamAlertBuilder settings(Settings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Sets the clock that stamps alerts and that rules see.
   *
   * @param clock the clock; default the system's
   * @return this
   */
  public StreamAlertBuilder clock(Clock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets who is told of each batch.
   *
   * @param listener the listener; default none
   * @return this
   */
  public StreamAlertBuilder listener(PipelineListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Makes the composition.
   *
   * @return the composition
   * @throws ConfigException with every problem: names that stand twice, schemas that cannot be used,
   *     rules for log types without a schema or with unknown publishers, providers that break, lookup
   *     tables without a driver or with wrong settings, threat intelligence that nothing provides,
   *     outputs that are not there although this process delivers
   */
  public StreamAlert build() {
    List<Problem> all = new ArrayList<>(problems);
    Set<LogType> types = schemas.stream().map(LogSchema::type).collect(Collectors.toSet());
    Classifier classifier = collect(all, this::classifier);
    LookupTables opened = new ConfiguredTables(tableDrivers, this::fromEnvironment, clock)
        .open(tables, configuredTables, all);
    all.addAll(rules.load());
    RulesEngine engine = collect(all, () -> engine(types, opened));
    IntelCheck check = collect(all, this::intelCheck);
    Publishers registry = collect(all, publishers::build);
    checkNames(engine, registry, all);
    ConfigException.throwIfAny(all);
    return new StreamAlert(
        this,
        Objects.requireNonNull(classifier),
        Objects.requireNonNull(engine),
        check,
        Objects.requireNonNull(registry));
  }

  /** Publishers and outputs are compared only where all of them are known. */
  private void checkNames(
      @Nullable RulesEngine engine, @Nullable Publishers registry, List<Problem> all) {
    if (engine != null && registry != null) {
      all.addAll(new NamedPublishers(registry).problems(engine.entries()));
    }
    if (engine != null) {
      all.addAll(NamedOutputs.of(settings, engine)
          .check(outputs.keySet(), Optional.ofNullable(environment)));
    }
  }

  private static <T> @Nullable T collect(
      List<Problem> problems, Supplier<? extends @Nullable T> part) {
    try {
      return part.get();
    } catch (ConfigException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private Classifier classifier() {
    return new ClassifierParts(schemas, sources, parsers.values(), settings).classifier();
  }

  private Optional<LookupTable> fromEnvironment(TableSpec spec) {
    return Optional.ofNullable(environment).flatMap(offer -> offer.table(spec));
  }

  private @Nullable IntelCheck intelCheck() {
    Optional<Environment> offer = Optional.ofNullable(environment);
    return intelSpec == null
        ? null
        : IntelCheck.of(intelSpec, intel, spec -> offer.flatMap(e -> e.intel(spec)));
  }

  private RulesEngine engine(Set<LogType> types, LookupTables opened) {
    return rules
        .offerTo(RulesEngine.builder().logTypes(types))
        .clock(clock)
        .tables(opened)
        .staging(staging)
        .settings(settings)
        .build();
  }
}
