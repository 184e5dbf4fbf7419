package io.streamalert.classify;

import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.record.RawLog;
import java.util.Collections;
import java.util.List;

/** A raw log that fits a schema: at least one element of it is a valid record. Immutable. */
public final class Classified implements Classification {

  private final RawLog log;
  private final LogType type;
  private final List<LogRecord> records;
  private final List<DeadLetter> rejected;

  /** Takes over the lists. */
  Classified(RawLog log, LogType type, List<LogRecord> records, List<DeadLetter> rejected) {
    this.log = log;
    this.type = type;
    this.records = Collections.unmodifiableList(records);
    this.rejected = Collections.unmodifiableList(rejected);
  }

  @Override
  public RawLog log() {
    return log;
  }

  /**
   * The log type.
   *
   * @return the name of the first schema that fits
   */
  public LogType type() {
    return type;
  }

  @Override
  public List<LogRecord> records() {
    return records;
  }

  /**
   * The elements that do not fit the schema, while others do.
   *
   * @return one dead letter of kind {@link DeadLetter.Kind#ELEMENT} for each
   */
  @Override
  public List<DeadLetter> deadLetters() {
    return rejected;
  }

  /** {@return the log type and counts, never the content} */
  @Override
  public String toString() {
    return "Classified[" + type + ", " + records.size() + " records, " + rejected.size()
        + " rejected]";
  }
}
