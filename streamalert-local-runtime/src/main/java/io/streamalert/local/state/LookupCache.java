package io.streamalert.local.state;

import io.streamalert.record.FieldValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The content of the lookup tables that were asked, in memory. As only this process writes the file,
 * it is enough to forget a table after each change. Thread-safe.
 */
final class LookupCache {

  private final Database database;
  private final Map<String, Map<String, FieldValue>> tables = new ConcurrentHashMap<>();

  LookupCache(Database database) {
    this.database = database;
  }

  /** The content of a table; unmodifiable, empty if there is no such table. */
  Map<String, FieldValue> content(String name) {
    return tables.computeIfAbsent(name, this::load);
  }

  private Map<String, FieldValue> load(String name) {
    return Map.copyOf(database.read(session -> session.map(
        "SELECT key, value FROM lookup WHERE name = ?",
        row -> FieldValue.parse(row.getString(2)),
        name)));
  }

  /** A load that began before the change ends first, as both are about the same key of the map. */
  void forget(String name) {
    tables.remove(name);
  }
}
