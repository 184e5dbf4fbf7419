package io.streamalert.spi;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import java.time.Clock;

/**
 * Opens lookup tables of one kind of store. Implemented by runtimes and by jars with drivers; see
 * the package for how it is found.
 */
public interface LookupTableProvider {

  /**
   * The name of the driver, as {@code driver} in the configuration of a table.
   *
   * @return the name, such as {@code s3}; the same every time
   */
  String driver();

  /**
   * Opens one table. Checks its settings and connects to nothing: the first {@link
   * LookupTable#get(String)} does, so an instance starts while a store is away. A local file may be
   * read at once, so that a mistake in it is told at the start.
   *
   * @param spec the table, whose driver is {@link #driver()}
   * @param clock tells the time for everything that expires
   * @return the table
   * @throws io.streamalert.settings.ConfigException if a setting is missing or wrong
   */
  LookupTable open(TableSpec spec, Clock clock);

  /**
   * The driver {@code ephemeral}: tables in memory, with the content of the setting {@code entries},
   * a map from key to any value; default empty.
   *
   * @return the driver; every StreamAlert instance has it
   */
  static LookupTableProvider ephemeral() {
    return new EphemeralTables();
  }

  /**
   * The driver {@code null}: tables without any key.
   *
   * @return the driver; every StreamAlert instance has it
   */
  static LookupTableProvider none() {
    return new NoTables();
  }
}
