package io.streamalert.local;

import io.streamalert.local.framing.Content;
import java.io.IOException;
import java.util.Objects;

/**
 * An input that could not be read to its end. What was read before the error counts like any other log.
 *
 * @param name the file, or {@code standard input}
 * @param reason why, without any part of its content
 */
public record UnreadableInput(String name, String reason) {

  /**
   * Checks both parts.
   *
   * @param name the file, or {@code standard input}
   * @param reason why
   */
  public UnreadableInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reason, "reason");
  }

  static UnreadableInput of(LogInput input, IOException error) {
    return new UnreadableInput(input.name(), Content.reason(error));
  }
}
