package io.streamalert.testkit.events;

import io.streamalert.intel.Indicator;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code test_fixtures} of an event. */
final class FixtureParts {

  final Map<String, LookupTable> tables = new LinkedHashMap<>();
  final List<Indicator> indicators = new ArrayList<>();

  EventFixtures with(Clock clock) {
    LookupTables.Builder all = LookupTables.builder();
    tables.forEach(all::add);
    return new EventFixtures(clock, all.build(), indicators);
  }
}
