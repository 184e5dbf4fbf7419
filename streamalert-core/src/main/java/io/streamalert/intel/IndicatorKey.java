package io.streamalert.intel;

import java.util.Objects;

/**
 * What an indicator is found by. Both parts are compared exactly, as StreamAlert 3.5 does. The
 * value may come from a record, so {@link #toString()} hides it.
 *
 * @param type the type of indicator, usually {@code ip}, {@code domain} or {@code md5}; not blank
 * @param value the address, domain or hash; not empty
 */
public record IndicatorKey(String type, String value) {

  /**
   * Checks the parts.
   *
   * @param type the type of indicator
   * @param value the address, domain or hash
   * @throws IllegalArgumentException if the type is blank or the value is empty
   */
  public IndicatorKey {
    if (Objects.requireNonNull(type, "type").isBlank()) {
      throw new IllegalArgumentException("The type of an indicator must not be blank");
    }
    if (Objects.requireNonNull(value, "value").isEmpty()) {
      throw new IllegalArgumentException("The value of an indicator must not be empty");
    }
  }

  /** {@return the type, never the value} */
  @Override
  public String toString() {
    return "IndicatorKey[" + type + "]";
  }
}
