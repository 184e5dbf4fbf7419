package io.streamalert.spi;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.time.Clock;

/** Tables whose content stands in the configuration. */
final class EphemeralTables implements LookupTableProvider {

  private static final String ENTRIES = "entries";

  @Override
  public String driver() {
    return "ephemeral";
  }

  @Override
  public LookupTable open(TableSpec spec, Clock clock) {
    FieldValue entries = spec.setting(ENTRIES);
    if (entries.exists() && entries.kind() != FieldValue.Kind.MAP) {
      throw new ConfigException(Problem.of(
              "The setting " + ENTRIES + " of the lookup table " + spec.name() + " is no map")
          .mendedBy("Write {\"KEY\": VALUE, …}."));
    }
    return LookupTable.of(entries.fields());
  }
}
