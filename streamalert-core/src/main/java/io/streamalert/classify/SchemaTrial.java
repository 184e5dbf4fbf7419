package io.streamalert.classify;

import io.streamalert.record.LogType;
import java.util.Objects;

/**
 * What one schema makes of a payload, taken by itself. Immutable.
 *
 * @param type the log type of the schema
 * @param parsed how many candidate records are valid
 * @param invalid how many are not; the payload itself counts as one where no candidate was found in
 *     it
 * @param reason the first reason against a candidate or the payload, without any value of it; empty
 *     where all are valid
 */
public record SchemaTrial(LogType type, int parsed, int invalid, String reason) {

  /**
   * Checks the parts.
   *
   * @param type the log type of the schema
   * @param parsed how many candidate records are valid
   * @param invalid how many are not
   * @param reason the first reason
   */
  public SchemaTrial {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(reason, "reason");
  }

  /**
   * Whether the payload fits the schema.
   *
   * @return true if at least one candidate is valid
   */
  public boolean matches() {
    return parsed > 0;
  }
}
