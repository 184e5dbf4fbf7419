package io.streamalert.testkit.events;

import io.streamalert.Environment;
import io.streamalert.Role;
import io.streamalert.intel.Indicator;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.lookup.TableSpec;
import io.streamalert.settings.SecretSource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What stands for everything outside while an event is tested: the {@code test_fixtures} of the event
 * in place of lookup tables and threat intelligence, no secrets, and a clock. Immutable and
 * thread-safe.
 */
public final class EventFixtures implements Environment {

  private final Clock clock;
  private final LookupTables tables;
  private final List<Indicator> indicators;

  EventFixtures(Clock clock, LookupTables tables, List<Indicator> indicators) {
    this.clock = Objects.requireNonNull(clock, "clock");
    this.tables = tables;
    this.indicators = List.copyOf(indicators);
  }

  static EventFixtures none(Clock clock) {
    return new EventFixtures(clock, LookupTables.none(), List.of());
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** {@return the one that misses no output, as nothing is delivered} */
  @Override
  public Role role() {
    return Role.CLASSIFIER;
  }

  /** {@return a source without secrets, as nothing is delivered} */
  @Override
  public SecretSource secrets() {
    return SecretSource.of(Map.of());
  }

  /**
   * All tables of the event.
   *
   * @return the tables, also those that no configuration describes
   */
  public LookupTables tables() {
    return tables;
  }

  /**
   * The table of the event that has the name of a configured one.
   *
   * @param spec the configured table
   * @return the table, empty where the event has none of that name
   */
  @Override
  public Optional<LookupTable> table(TableSpec spec) {
    return Optional.of(tables.has(spec.name()) ? tables.table(spec.name()) : LookupTable.empty());
  }

  /**
   * The indicators of the event.
   *
   * @param spec which values are looked for
   * @return what knows the indicators
   */
  @Override
  public Optional<ThreatIntel> intel(IntelSpec spec) {
    return Optional.of(ThreatIntel.of(indicators));
  }

  boolean isEmpty() {
    return tables.names().isEmpty() && indicators.isEmpty();
  }

  /** {@return the names of the tables and the number of indicators} */
  @Override
  public String toString() {
    return "EventFixtures[" + tables.names() + ", " + indicators.size() + " indicators]";
  }
}
