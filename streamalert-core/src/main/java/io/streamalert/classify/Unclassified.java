package io.streamalert.classify;

import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A raw log, or an element of one, that fits no schema, and why. Immutable. */
public final class Unclassified implements Classification {

  /**
   * The schema that came closest, and why it does not fit. Immutable.
   *
   * @param type its log type
   * @param reason the first reason against it, without any value of the log
   */
  public record Nearest(LogType type, String reason) {

    /**
     * Checks the parts.
     *
     * @param type its log type
     * @param reason the first reason against it
     */
    public Nearest {
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(reason, "reason");
    }
  }

  private final RawLog log;
  private final DeadLetter deadLetter;
  private final String reason;
  private final Supplier<SchemaReasons> reasons;

  Unclassified(RawLog log, DeadLetter deadLetter, String reason, Supplier<SchemaReasons> reasons) {
    this.log = log;
    this.deadLetter = deadLetter;
    this.reason = reason;
    this.reasons = reasons;
  }

  @Override
  public RawLog log() {
    return log;
  }

  @Override
  public List<LogRecord> records() {
    return List.of();
  }

  @Override
  public List<DeadLetter> deadLetters() {
    return List.of(deadLetter);
  }

  /**
   * The reason that holds for all schemas alike.
   *
   * @return for example that the source is not declared, that the text is not JSON, or that it fits
   *     no schema
   */
  public String reason() {
    return reason;
  }

  /**
   * The first reason of each schema, worked out at each call by going through all of them again.
   *
   * @return reasons by log type, in the order in which schemas are tried; empty where none is
   */
  public Map<LogType, String> reasons() {
    return reasons.get().byType();
  }

  /**
   * The schema that came closest: the one with the fewest keys missing or too many. Worked out at
   * each call.
   *
   * @return its log type and the reason against it, or empty where the log has no key in common with
   *     any schema, such as one that is not JSON
   */
  public Optional<Nearest> nearest() {
    return reasons.get().nearest();
  }

  /** {@return the reason, never the content} */
  @Override
  public String toString() {
    return "Unclassified[" + reason + "]";
  }
}
