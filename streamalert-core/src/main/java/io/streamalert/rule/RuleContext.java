package io.streamalert.rule;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a rule may use while it looks at one record, and what it tells its publishers and outputs.
 * Made anew for each record and rule; not thread-safe, and of no use afterwards.
 */
public final class RuleContext {

  private final Instant now;
  private final LookupTables tables;
  private final Map<String, FieldValue> values;

  RuleContext(Instant now, LookupTables tables, Map<String, FieldValue> initial) {
    this.now = now;
    this.tables = tables;
    this.values = new LinkedHashMap<>(initial);
  }

  /**
   * A context for trying a rule by hand.
   *
   * @param now the time that the rule is to see
   * @param tables its lookup tables
   * @return an empty context
   */
  public static RuleContext of(Instant now, LookupTables tables) {
    return new RuleContext(now, tables, Map.of());
  }

  /**
   * The present time; rules use it instead of the system's clock, so that tests can set it.
   *
   * @return the time
   */
  public Instant now() {
    return now;
  }

  /**
   * A lookup table.
   *
   * @param name its name
   * @return the table; one that is not there is always empty
   */
  public LookupTable table(String name) {
    return tables.table(name);
  }

  /**
   * Tells publishers and outputs something; it ends in the alert's context.
   *
   * @param key its key, often the name of a service
   * @param value any JSON value, as {@link FieldValue#of(Object)} takes it
   * @return this
   * @throws IllegalArgumentException if the value is no JSON value
   */
  public RuleContext put(String key, Object value) {
    values.put(Objects.requireNonNull(key, "key"), FieldValue.of(value));
    return this;
  }

  /**
   * What was put, or what the spec declares.
   *
   * @param key the key
   * @return the value, or {@link FieldValue#missing()}
   */
  public FieldValue get(String key) {
    return values.getOrDefault(key, FieldValue.missing());
  }

  /**
   * All values.
   *
   * @return the values by key, as they are now; unmodifiable
   */
  public Map<String, FieldValue> values() {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** {@return the time and the keys that were put, never their values} */
  @Override
  public String toString() {
    return "RuleContext[" + now + ", " + values.keySet() + "]";
  }
}
