package io.streamalert.lookup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All lookup tables of one StreamAlert instance, by name. No table is ever added or taken away; the
 * collection is safe for use by many threads as its tables are.
 */
public final class LookupTables {

  private static final Logger LOG = LoggerFactory.getLogger(LookupTables.class);

  /** A rule may make up names from records, which must fill neither the memory nor the log. */
  private static final int MOST_WARNINGS = 100;

  private final Map<String, LookupTable> tables;
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  private LookupTables(Map<String, LookupTable> tables) {
    this.tables = tables;
  }

  /**
   * No tables.
   *
   * @return a collection in which every name is unknown
   */
  public static LookupTables none() {
    return builder().build();
  }

  /**
   * Starts an empty collection.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The table of a name. As in StreamAlert 3.5 an unknown name is not an error: it answers with a
   * table that is always empty. That is logged as a warning, once for each of the first 100 unknown
   * names. Use {@link #has} to tell the two apart.
   *
   * @param name the name of the table
   * @return the table, or an empty one
   */
  public LookupTable table(String name) {
    LookupTable table = tables.get(Objects.requireNonNull(name, "name"));
    if (table == null) {
      warnOf(name);
      return LookupTable.empty();
    }
    return table;
  }

  private void warnOf(String name) {
    if (warnedOf.size() < MOST_WARNINGS && warnedOf.add(name)) {
      LOG.warn(
          "There is no lookup table \"{}\": every look-up in it finds nothing. The tables are {}",
          name,
          names());
    }
  }

  /**
   * Whether there is a table of this name.
   *
   * @param name the name of the table
   * @return true if there is
   */
  public boolean has(String name) {
    return tables.containsKey(Objects.requireNonNull(name, "name"));
  }

  /**
   * The names of all tables.
   *
   * @return the names in the order in which they were added; unmodifiable
   */
  public Set<String> names() {
    return tables.keySet();
  }

  @Override
  public String toString() {
    return "LookupTables" + names();
  }

  /**
   * Collects tables. A builder belongs to one thread; it can be used again after {@link #build()}.
   */
  public static final class Builder {

    private final Map<String, LookupTable> tables = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a table.
     *
     * @param name its name; not blank
     * @param table the table
     * @return this builder
     * @throws IllegalArgumentException if the name is blank or a table of that name was added
     *     before
     */
    public Builder add(String name, LookupTable table) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(table, "table");
      if (name.isBlank()) {
        throw new IllegalArgumentException("The name of a lookup table must not be blank");
      }
      if (tables.putIfAbsent(name, table) != null) {
        throw new IllegalArgumentException(
            "There are two lookup tables of the name \"" + name + "\"");
      }
      return this;
    }

    /**
     * Makes the collection.
     *
     * @return the tables added so far
     */
    public LookupTables build() {
      return new LookupTables(Collections.unmodifiableMap(new LinkedHashMap<>(tables)));
    }
  }
}
