package io.streamalert.record;

import java.util.Objects;

/**
 * The name of a schema, such as {@code cloudtrail:events} or {@code binaryalert}. Immutable.
 *
 * @param name the whole name as in {@code schemas/*.json}; not empty
 */
public record LogType(String name) implements Comparable<LogType> {

  /**
   * Checks the name.
   *
   * @param name the whole name
   * @throws IllegalArgumentException if the name is empty
   */
  public LogType {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("A log type needs a name");
    }
  }

  /**
   * The log type of this name.
   *
   * @param name the whole name
   * @return the log type
   * @throws IllegalArgumentException if the name is empty
   */
  public static LogType of(String name) {
    return new LogType(name);
  }

  /**
   * The part before the first colon, which the {@code data_sources} of a cluster name.
   *
   * @return the family; the whole name where there is no colon
   */
  public String family() {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  @Override
  public int compareTo(LogType other) {
    return name.compareTo(other.name);
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return name;
  }
}
