package io.streamalert.lookup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * All lookup tables of one StreamAlert instance, by name. The collection is immutable; it is safe
 * for use by many threads as its tables are.
 */
public final class LookupTables {

  private static final LookupTables NONE = builder().build();

  private final Map<String, LookupTable> tables;

  private LookupTables(Map<String, LookupTable> tables) {
    this.tables = tables;
  }

  /**
   * No tables.
   *
   * @return a collection in which every name is unknown
   */
  public static LookupTables none() {
    return NONE;
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
   * table that is always empty. Use {@link #has} to tell the two apart.
   *
   * @param name the name of the table
   * @return the table, or an empty one
   */
  public LookupTable table(String name) {
    return tables.getOrDefault(Objects.requireNonNull(name, "name"), LookupTable.empty());
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
