package io.streamalert.local.state;

import io.streamalert.local.state.Transactions.Work;
import io.streamalert.lookup.LookupTable;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lookup tables in a {@link StateFile}, for rules to ask and for people to change. A table is there
 * once it has a key. What is changed is seen by the next look-up; the content of a table that is
 * asked is held in memory. Thread-safe.
 */
public final class StateTables {

  private static final String PUT = "INSERT INTO lookup (name, key, value) VALUES (?, ?, ?)"
      + " ON CONFLICT (name, key) DO UPDATE SET value = excluded.value";

  private final Database database;
  private final LookupCache cache;

  /**
   * The lookup tables in an open file.
   *
   * @param file the file
   */
  public StateTables(StateFile file) {
    this.database = file.database();
    this.cache = file.lookups();
  }

  /** How {@link #addToList} keeps a list. */
  public enum Order {
    /** In the order in which values were added. */
    AS_ADDED,
    /** In the order of the values, which have to be texts. */
    SORTED
  }

  /**
   * The tables that have a key.
   *
   * @return their names in order; unmodifiable
   */
  public Set<String> names() {
    List<String> names = database.read(
        session -> session.list("SELECT DISTINCT name FROM lookup", row -> row.getString(1)));
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }

  /**
   * A table for rules.
   *
   * @param name the name of the table; it need not be there yet
   * @return the table, which always answers from its newest content
   */
  public LookupTable table(String name) {
    Objects.requireNonNull(name, "name");
    return key -> Optional.ofNullable(cache.content(name).get(Objects.requireNonNull(key, "key")));
  }

  /**
   * The whole of a table.
   *
   * @param name the name of the table
   * @return from key to value; unmodifiable, empty if there is no such table
   */
  public Map<String, FieldValue> content(String name) {
    return cache.content(name);
  }

  /**
   * Sets the value of a key, in place of the one before.
   *
   * @param name the name of the table
   * @param key the key
   * @param value the value
   * @throws IllegalArgumentException if name or key is blank
   */
  public void set(String name, String key, FieldValue value) {
    checkKey(name, key);
    change(name, session -> session.update(PUT, name, key, value.toJson()));
  }

  /**
   * Removes a key.
   *
   * @param name the name of the table
   * @param key the key
   * @return false if the table has no such key
   */
  public boolean remove(String name, String key) {
    return change(
            name,
            session -> session.update("DELETE FROM lookup WHERE name = ? AND key = ?", name, key))
        > 0;
  }

  /**
   * Adds values to the list that a key has, each only if it is not in the list yet. A key that is
   * not there gets a new list.
   *
   * @param name the name of the table
   * @param key the key
   * @param values the values
   * @param order how the list is kept from now on
   * @return the list as it is now
   * @throws IllegalArgumentException if name or key is blank, if the value of the key is no list,
   *     or if a list of other values than texts is to be sorted; nothing is changed then
   */
  public FieldValue addNew(String name, String key, List<FieldValue> values, Order order) {
    return edit(name, key, order, list -> {
      Set<FieldValue> distinct = new LinkedHashSet<>(list);
      distinct.addAll(values);
      return List.copyOf(distinct);
    });
  }

  /**
   * Adds values to the list that a key has. A key that is not there gets a new list.
   *
   * @param name the name of the table
   * @param key the key
   * @param values the values
   * @param order how the list is kept from now on
   * @return the list as it is now
   * @throws IllegalArgumentException as {@link #addNew} does
   */
  public FieldValue addToList(String name, String key, List<FieldValue> values, Order order) {
    return edit(name, key, order, list -> {
      List<FieldValue> longer = new ArrayList<>(list);
      longer.addAll(values);
      return longer;
    });
  }

  /**
   * Replaces the whole of a table.
   *
   * @param name the name of the table
   * @param entries from key to value; empty to remove the table
   * @throws IllegalArgumentException if the name or a key is blank; nothing is changed then
   */
  public void replace(String name, Map<String, FieldValue> entries) {
    entries.keySet().forEach(key -> checkKey(name, key));
    change(name, session -> {
      session.update("DELETE FROM lookup WHERE name = ?", name);
      for (Map.Entry<String, FieldValue> each : entries.entrySet()) {
        session.update(PUT, name, each.getKey(), each.getValue().toJson());
      }
      return this;
    });
  }

  private interface ListEdit {

    List<FieldValue> apply(List<FieldValue> list);
  }

  private FieldValue edit(String name, String key, Order order, ListEdit edit) {
    checkKey(name, key);
    return change(name, session -> {
      List<FieldValue> edited = edit.apply(list(session, name, key));
      FieldValue next = FieldValue.list(order == Order.SORTED ? sorted(name, key, edited) : edited);
      session.update(PUT, name, key, next.toJson());
      return next;
    });
  }

  private static List<FieldValue> list(Session session, String name, String key)
      throws SQLException {
    Optional<FieldValue> found = session.first(
        "SELECT value FROM lookup WHERE name = ? AND key = ?",
        row -> FieldValue.parse(row.getString(1)),
        name,
        key);
    if (found.isPresent() && found.get().kind() != Kind.LIST) {
      throw new IllegalArgumentException("The value of key \"" + key + "\" of the lookup table "
          + name + " is no list, but " + found.get().kind());
    }
    return found.map(FieldValue::elements).orElse(List.of());
  }

  private static List<FieldValue> sorted(String name, String key, List<FieldValue> list) {
    if (!list.stream().allMatch(each -> each.kind() == Kind.STRING)) {
      throw new IllegalArgumentException("The list of key \"" + key + "\" of the lookup table "
          + name + " has values that are no texts, it cannot be sorted");
    }
    return list.stream().sorted(Comparator.comparing(FieldValue::asText)).toList();
  }

  private <T> T change(String name, Work<T> work) {
    try {
      return database.write(work);
    } finally {
      cache.forget(name);
    }
  }

  private static void checkKey(String name, String key) {
    if (name.isBlank() || key.isBlank()) {
      throw new IllegalArgumentException("A lookup table and its keys need names that are not"
          + " blank, but they are \"" + name + "\" and \"" + key + "\"");
    }
  }
}
