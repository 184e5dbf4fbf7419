package io.streamalert.record;

import java.util.Objects;
import java.util.Set;

/**
 * Where a raw log came from: a service and one resource of it, for example {@code s3} and a bucket.
 *
 * <p>The services of StreamAlert 3.5 are {@code kinesis}, {@code s3}, {@code sns} and {@code
 * streamalert_app}; runtimes add {@code file}, {@code http}, {@code stdin} and {@code sqs}. Any
 * other word is allowed. Immutable.
 *
 * @param service the kind of source; not empty, without a colon
 * @param resource the name of the stream, bucket, topic, app function or file set; not empty
 */
public record LogSource(String service, String resource) {

  private static final Set<String> OF_MESSAGES = Set.of("kinesis", "sns", "sqs", "streamalert_app");

  /**
   * Checks both parts.
   *
   * @param service the kind of source
   * @param resource the resource's name
   * @throws IllegalArgumentException if a part is empty or the service holds a colon
   */
  public LogSource {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(resource, "resource");
    if (service.isEmpty() || service.indexOf(':') >= 0 || resource.isEmpty()) {
      throw new IllegalArgumentException(
          "A log source is SERVICE:RESOURCE, both not empty, but was \"" + service + ":" + resource
              + "\"");
    }
  }

  /**
   * A source of these two parts.
   *
   * @param service the kind of source
   * @param resource the resource's name
   * @return the source
   * @throws IllegalArgumentException if a part is empty or the service holds a colon
   */
  public static LogSource of(String service, String resource) {
    return new LogSource(service, resource);
  }

  /**
   * Reads the form that {@link #toString()} writes.
   *
   * @param text {@code SERVICE:RESOURCE}; the first colon separates, so a resource may hold more
   * @return the source
   * @throws IllegalArgumentException if there is no colon or a part is empty
   */
  public static LogSource parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "A log source is SERVICE:RESOURCE, but \"" + text + "\" has no colon");
    }
    return new LogSource(text.substring(0, colon), text.substring(colon + 1));
  }

  /**
   * Whether the service delivers messages, each of which is one raw log: {@code kinesis}, {@code
   * sns}, {@code sqs} and {@code streamalert_app}. All others, also words that are not known,
   * deliver content that has to be cut, such as files.
   *
   * @return whether one delivery is one raw log
   */
  public boolean hasMessages() {
    return OF_MESSAGES.contains(service);
  }

  /** {@return the form {@code SERVICE:RESOURCE}} */
  @Override
  public String toString() {
    return service + ":" + resource;
  }
}
