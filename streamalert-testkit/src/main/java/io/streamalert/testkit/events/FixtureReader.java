package io.streamalert.testkit.events;

import io.streamalert.intel.Indicator;
import io.streamalert.intel.IndicatorKey;
import io.streamalert.lookup.LookupTable;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Set;

/** Reads the {@code test_fixtures} of an event. */
final class FixtureReader {

  private static final String KEY = "test_fixtures";
  private static final String TABLES = "lookup_tables";
  private static final String INTEL = "threat_intel";

  private final FieldValue fixtures;
  private final EventParts parts;

  FixtureReader(FieldValue fixtures, EventParts parts) {
    this.fixtures = fixtures;
    this.parts = parts;
  }

  void read() {
    if (fixtures.isTruthy() && fixtures.kind() != Kind.MAP) {
      parts.problems.add(parts.problem("test_fixtures must be a map", KEY));
    }
    Set<String> known = Set.of(TABLES, INTEL);
    for (String key : fixtures.fields().keySet()) {
      if (!known.contains(key)) {
        parts.warnings.add(
            parts.problem("the key \"" + key + "\" is unknown", KEY, key).choose(key, known));
      }
    }
    readTables(fixtures.at(TABLES));
    readIndicators(fixtures.at(INTEL));
  }

  private void readTables(FieldValue tables) {
    check(tables, Kind.MAP, TABLES);
    tables.fields().forEach((name, table) -> {
      if (table.kind() != Kind.MAP || name.isBlank()) {
        parts.problems.add(parts.problem("a lookup table is a map with a name", KEY, TABLES, name));
      } else {
        parts.fixtures.tables.put(name, LookupTable.of(table.detached().fields()));
      }
    });
  }

  private void readIndicators(FieldValue indicators) {
    check(indicators, Kind.LIST, INTEL);
    List<FieldValue> all = indicators.elements();
    for (int i = 0; i < all.size(); i++) {
      String type = all.get(i).at("ioc_type").textOr("");
      String value = all.get(i).at("ioc_value").textOr("");
      if (type.isBlank() || value.isEmpty()) {
        parts.problems.add(parts.problem(
            "an indicator has ioc_value and ioc_type", KEY, INTEL, Integer.toString(i)));
      } else {
        parts.fixtures.indicators.add(indicator(type, value, all.get(i).at("sub_type")));
      }
    }
  }

  private static Indicator indicator(String type, String value, FieldValue subType) {
    Indicator.Builder indicator = Indicator.builder(new IndicatorKey(type, value));
    subType.asString().ifPresent(indicator::subType);
    return indicator.build();
  }

  private void check(FieldValue value, Kind kind, String key) {
    if (value.isTruthy() && value.kind() != kind) {
      parts.problems.add(parts.problem(key + " must be a " + kind, KEY, key));
    }
  }
}
