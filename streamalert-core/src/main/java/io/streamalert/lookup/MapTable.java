package io.streamalert.lookup;

import io.streamalert.record.FieldValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A table whose whole content is in memory. */
final class MapTable implements LookupTable {

  static final MapTable EMPTY = new MapTable(Map.of());

  private final Map<String, FieldValue> entries;

  private MapTable(Map<String, FieldValue> entries) {
    this.entries = entries;
  }

  static MapTable of(Map<String, ?> entries) {
    Map<String, FieldValue> copy = new HashMap<>();
    Objects.requireNonNull(entries, "entries")
        .forEach(
            (key, value) -> copy.put(Objects.requireNonNull(key, "key"), FieldValue.of(value)));
    return new MapTable(Map.copyOf(copy));
  }

  @Override
  public Optional<FieldValue> get(String key) {
    return Optional.ofNullable(entries.get(Objects.requireNonNull(key, "key")));
  }

  @Override
  public String toString() {
    return "LookupTable[" + entries.size() + " keys]";
  }
}
