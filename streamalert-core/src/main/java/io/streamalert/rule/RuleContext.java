package io.streamalert.rule;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may use while it looks at one record, and what it tells its publishers and outputs.
 * Made anew for each record and rule; not thread-safe, and of no use afterwards.
 */
public final class RuleContext {

  private final Clock clock;
  private final LookupTables tables;
  private final Map<String, FieldValue> initial;
  // Most rules ask for no time and put nothing.
  private @Nullable Instant now;
  private @Nullable Map<String, FieldValue> values;

  /** The initial values are kept, not copied. */
  RuleContext(Clock clock, LookupTables tables, Map<String, FieldValue> initial) {
    this.clock = clock;
    this.tables = tables;
    this.initial = initial;
  }

  /**
   * A context for trying a rule by hand.
   *
   * @param now the time that the rule is to see
   * @param tables its lookup tables
   * @return an empty context
   */
  public static RuleContext of(Instant now, LookupTables tables) {
    return new RuleContext(Clock.fixed(now, ZoneOffset.UTC), tables, Map.of());
  }

  /**
   * The present time; rules use it instead of the system's clock, so that tests can set it.
   *
   * @return the time when it was first asked for; its alert has the same
   */
  public Instant now() {
    Instant known = now;
    if (known == null) {
      known = clock.instant();
      now = known;
    }
    return known;
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
    FieldValue made = FieldValue.of(value);
    if (values == null) {
      values = new LinkedHashMap<>(initial);
    }
    values.put(Objects.requireNonNull(key, "key"), made);
    return this;
  }

  /**
   * What was put, or what the spec declares.
   *
   * @param key the key
   * @return the value, or {@link FieldValue#missing()}
   */
  public FieldValue get(String key) {
    return current().getOrDefault(key, FieldValue.missing());
  }

  /**
   * All values.
   *
   * @return the values by key, as they are now; unmodifiable
   */
  public Map<String, FieldValue> values() {
    return values == null ? initial : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  private Map<String, FieldValue> current() {
    return values == null ? initial : values;
  }

  /** {@return the keys that were put, never their values} */
  @Override
  public String toString() {
    return "RuleContext" + current().keySet();
  }
}
