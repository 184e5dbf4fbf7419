package io.streamalert.lookup;

import io.streamalert.record.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says of one lookup table: its name, the driver that reads it, and the
 * driver's own settings such as a bucket and a key. Immutable and safe for use by many threads; two
 * are equal when all their parts are.
 */
public final class TableSpec {

  private final String name;
  private final String driver;
  private final Map<String, FieldValue> settings;

  private TableSpec(String name, String driver, Map<String, FieldValue> settings) {
    this.name = name;
    this.driver = driver;
    this.settings = settings;
  }

  /**
   * Describes a table.
   *
   * @param name the name by which rules ask for the table; not blank
   * @param driver the name of the driver, such as {@code s3}; not blank
   * @param settings the settings of the driver, without the driver's name; copied in their order
   * @return the description
   * @throws IllegalArgumentException if the name or the driver is blank
   */
  public static TableSpec of(String name, String driver, Map<String, FieldValue> settings) {
    Objects.requireNonNull(settings, "settings");
    Map<String, FieldValue> copy = new LinkedHashMap<>();
    settings.forEach((key, value) ->
        copy.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value")));
    return new TableSpec(
        notBlank("name", name), notBlank("driver", driver), Collections.unmodifiableMap(copy));
  }

  /**
   * The name by which rules ask for the table.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The name of the driver that reads the table.
   *
   * @return the name of an {@code io.streamalert.spi.LookupTableProvider}
   */
  public String driver() {
    return driver;
  }

  /**
   * All settings of the driver.
   *
   * @return from key to value, in the order of the configuration; unmodifiable
   */
  public Map<String, FieldValue> settings() {
    return settings;
  }

  /**
   * One setting of the driver.
   *
   * @param key the key
   * @return the value, or {@link FieldValue#missing()} if the configuration does not have it
   */
  public FieldValue setting(String key) {
    return settings.getOrDefault(Objects.requireNonNull(key, "key"), FieldValue.missing());
  }

  private static String notBlank(String what, String text) {
    if (Objects.requireNonNull(text, what).isBlank()) {
      throw new IllegalArgumentException("The " + what + " of a lookup table must not be blank");
    }
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TableSpec that
        && name.equals(that.name)
        && driver.equals(that.driver)
        && settings.equals(that.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, driver, settings);
  }

  /** {@return the name, the driver and the keys of the settings, never their values} */
  @Override
  public String toString() {
    return "TableSpec[" + name + ", driver=" + driver + ", settings=" + settings.keySet() + "]";
  }
}
