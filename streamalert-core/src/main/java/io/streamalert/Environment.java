package io.streamalert;

import io.streamalert.alert.OutputId;
import io.streamalert.intel.IntelSpec;
import io.streamalert.intel.ThreatIntel;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import io.streamalert.settings.SecretSource;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * What a runtime offers to a {@link StreamAlertFactory}. Implemented by runtimes; new methods will
 * have defaults.
 */
public interface Environment {

  /**
   * The clock that everything is to use.
   *
   * @return the clock
   */
  Clock clock();

  /**
   * Which part of the work this process does.
   *
   * @return the role
   */
  Role role();

  /**
   * Where secrets are read.
   *
   * @return the source; it has no secrets of outputs outside the roles {@link Role#DELIVERY} and
   *     {@link Role#ALL}
   */
  SecretSource secrets();

  /**
   * Opens a lookup table that the configuration describes.
   *
   * @param spec the description
   * @return the table, or empty if this runtime has no driver for it
   */
  Optional<LookupTable> table(TableSpec spec);

  /**
   * Opens the threat intelligence that the configuration describes.
   *
   * @param spec the description
   * @return the indicators, or empty if this runtime has none
   */
  Optional<ThreatIntel> intel(IntelSpec spec);

  /**
   * The outputs that this runtime delivers to by itself, beside those of the composition. In the
   * roles {@link Role#DELIVERY} and {@link Role#ALL} a composition whose rules or settings name any
   * other output is refused.
   *
   * @return the outputs; by default none
   */
  default Set<OutputId> outputs() {
    return Set.of();
  }
}
