package io.streamalert.spi;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import java.time.Clock;

/** Tables without content. */
final class NoTables implements LookupTableProvider {

  @Override
  public String driver() {
    return "null";
  }

  @Override
  public LookupTable open(TableSpec spec, Clock clock) {
    return LookupTable.empty();
  }
}
