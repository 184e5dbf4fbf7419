package io.streamalert.testkit;

import io.streamalert.StreamAlert;
import io.streamalert.StreamAlertBuilder;
import io.streamalert.alert.OutputId;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.Indicator;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.publish.Publisher;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleStaging;
import io.streamalert.settings.Settings;
import io.streamalert.spi.LogParserProvider;
import io.streamalert.spi.RuleProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Collects what a {@link StreamAlertExtension} runs. Not thread-safe. */
public final class StreamAlertExtensionBuilder {

  private final StreamAlertBuilder composition = StreamAlert.builder();
  private final LookupTables.Builder tables = LookupTables.builder();
  private final Map<OutputId, RecordingOutput> outputs = new LinkedHashMap<>();
  private final List<Indicator> indicators = new ArrayList<>();
  private final Map<String, Set<String>> normalizedTypes = new LinkedHashMap<>();
  private TestClock clock = TestClock.create();
  private Settings settings =
      Settings.defaults().toBuilder().requiredOutputs(List.of()).build();

  StreamAlertExtensionBuilder() {}

  /**
   * Adds schemas behind those that are there.
   *
   * @param more the schemas in the order in which they are to be tried
   * @return this
   */
  public StreamAlertExtensionBuilder schemas(Collection<LogSchema> more) {
    composition.schemas(more);
    return this;
  }

  /**
   * Adds schemas behind those that are there.
   *
   * @param more the schemas in the order in which they are to be tried
   * @return this
   */
  public StreamAlertExtensionBuilder schemas(LogSchema... more) {
    return schemas(List.of(more));
  }

  /**
   * Sets which log types each source may hold.
   *
   * @param sources the sources; default {@link DataSources#any()}
   * @return this
   */
  public StreamAlertExtensionBuilder sources(DataSources sources) {
    composition.sources(sources);
    return this;
  }

  /**
   * Adds a parser for schemas that name it.
   *
   * @param parser the parser's provider
   * @return this
   */
  public StreamAlertExtensionBuilder parser(LogParserProvider parser) {
    composition.parser(parser);
    return this;
  }

  /**
   * Adds rules.
   *
   * @param more the rules
   * @return this
   */
  public StreamAlertExtensionBuilder rules(Rule... more) {
    composition.rules(more);
    List.of(more).forEach(this::addOutputs);
    return this;
  }

  /**
   * Adds the rules of a provider.
   *
   * @param provider the provider
   * @return this
   */
  public StreamAlertExtensionBuilder rulesFrom(RuleProvider provider) {
    composition.rulesFrom(provider);
    provider.rules().forEach(this::addOutputs);
    return this;
  }

  private void addOutputs(Rule rule) {
    rule.spec().outputs().forEach(id -> outputs.computeIfAbsent(id, RecordingOutput::of));
  }

  /**
   * Adds a lookup table.
   *
   * @param name its name
   * @param entries from key to any JSON value; copied
   * @return this
   * @throws IllegalArgumentException if there is one of that name, or a value has no JSON form
   */
  public StreamAlertExtensionBuilder table(String name, Map<String, ?> entries) {
    tables.add(name, LookupTable.of(entries));
    return this;
  }

  /**
   * Adds an indicator that threat intelligence knows.
   *
   * @param indicator the indicator
   * @param types the normalised types among whose values indicators of its type are looked for, such
   *     as {@code ip_address}
   * @return this
   */
  public StreamAlertExtensionBuilder indicator(Indicator indicator, String... types) {
    indicators.add(indicator);
    normalizedTypes
        .computeIfAbsent(indicator.key().type(), type -> new LinkedHashSet<>())
        .addAll(List.of(types));
    return this;
  }

  /**
   * Adds a publisher that rules can name, beside those that ship.
   *
   * @param name its name
   * @param publisher the publisher
   * @return this
   */
  public StreamAlertExtensionBuilder publisher(String name, Publisher publisher) {
    composition.publishers(Map.of(name, publisher));
    return this;
  }

  /**
   * Sets which rules are staged.
   *
   * @param staging the staging; default none is
   * @return this
   */
  public StreamAlertExtensionBuilder staging(RuleStaging staging) {
    composition.staging(staging);
    return this;
  }

  /**
   * Sets the limits and required outputs.
   *
   * @param settings the settings; default {@link Settings#defaults()} without required outputs, so
   *     that alerts are addressed only to what rules name
   * @return this
   */
  public StreamAlertExtensionBuilder settings(Settings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Sets the clock. Each test begins at the time that it shows when the extension is built.
   *
   * @param clock the clock; default {@link TestClock#create()}
   * @return this
   */
  public StreamAlertExtensionBuilder clock(TestClock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Makes the extension.
   *
   * @return the extension
   * @throws io.streamalert.settings.ConfigException with every problem of the composition
   */
  public StreamAlertExtension build() {
    if (!indicators.isEmpty()) {
      IntelSpec.Builder spec = IntelSpec.builder();
      normalizedTypes.forEach(spec::normalizedTypes);
      composition.intel(spec.build(), ThreatIntel.of(indicators, clock));
    }
    composition.outputs(outputs.values().toArray(RecordingOutput[]::new));
    composition.tables(tables.build()).settings(settings).clock(clock);
    return new StreamAlertExtension(composition.build(), clock);
  }
}
