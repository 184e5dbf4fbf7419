package io.streamalert.alert;

import java.util.Objects;

/**
 * The name of a configured output: a service and a descriptor, {@code slack:security}. Immutable.
 *
 * @param service the service, such as {@code slack}; not empty, without a colon
 * @param descriptor which output of that service; not empty, without a colon
 */
public record OutputId(String service, String descriptor) implements Comparable<OutputId> {

  /**
   * Checks both parts.
   *
   * @param service the service
   * @param descriptor the descriptor
   * @throws IllegalArgumentException if a part is empty or holds a colon
   */
  public OutputId {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(descriptor, "descriptor");
    if (service.isEmpty() || descriptor.isEmpty() || (service + descriptor).indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "An output is SERVICE:DESCRIPTOR, both not empty, but was \"" + service + ":" + descriptor
              + "\"");
    }
  }

  /**
   * The output of this service and descriptor.
   *
   * @param service the service
   * @param descriptor the descriptor
   * @return the id
   * @throws IllegalArgumentException if a part is empty or holds a colon
   */
  public static OutputId of(String service, String descriptor) {
    return new OutputId(service, descriptor);
  }

  /**
   * Reads the form that {@link #toString()} writes.
   *
   * @param text {@code SERVICE:DESCRIPTOR}
   * @return the id
   * @throws IllegalArgumentException if the text has not exactly one colon or a part is empty
   */
  public static OutputId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "An output is SERVICE:DESCRIPTOR, but \"" + text + "\" has no colon");
    }
    return new OutputId(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public int compareTo(OutputId other) {
    return toString().compareTo(other.toString());
  }

  /** {@return the form {@code SERVICE:DESCRIPTOR}} */
  @Override
  public String toString() {
    return service + ":" + descriptor;
  }
}
