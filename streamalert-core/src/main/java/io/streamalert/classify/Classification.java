package io.streamalert.classify;

import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.function.Function;

/** What became of one raw log. Immutable and thread-safe. */
public sealed interface Classification permits Classified, Unclassified, Split {

  /**
   * The raw log.
   *
   * @return the raw log
   */
  RawLog log();

  /**
   * The records that it gave.
   *
   * @return the records in their order; empty if nothing matched
   */
  List<LogRecord> records();

  /**
   * What could not become a record: the raw log itself, or single elements of it.
   *
   * @return the dead letters in their order
   */
  List<DeadLetter> deadLetters();

  /**
   * Whether the raw log gave at least one record.
   *
   * @return true for {@link Classified} and {@link Split}
   */
  default boolean isClassified() {
    return !(this instanceof Unclassified);
  }

  /**
   * Answers by outcome.
   *
   * @param <T> the type of the answer
   * @param classified for a log that fits a schema
   * @param unclassified for a log that fits none
   * @param split for a list whose elements were classified one by one
   * @return the answer
   */
  default <T> T fold(
      Function<? super Classified, ? extends T> classified,
      Function<? super Unclassified, ? extends T> unclassified,
      Function<? super Split, ? extends T> split) {
    if (this instanceof Classified c) {
      return classified.apply(c);
    }
    return this instanceof Split s ? split.apply(s) : unclassified.apply((Unclassified) this);
  }
}
