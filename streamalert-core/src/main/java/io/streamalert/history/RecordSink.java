package io.streamalert.history;

import io.streamalert.record.LogRecord;
import java.util.List;

/**
 * Receives the classified records, for example to keep them for search. Implemented by runtimes and
 * by users; must be safe for use by many threads.
 */
@FunctionalInterface
public interface RecordSink {

  /**
   * Takes the records of one batch, before the batch is committed. When the method returns, the
   * sink has made them as durable as it promises to.
   *
   * <p>A batch that fails or is delivered again comes again, so a sink may see a record more than
   * once; its record id tells that it is the same one. Records that the sink keeps in memory should
   * be detached from the batch, or they keep all of it there.
   *
   * @param records the records in the order of the batch; unmodifiable, may be empty
   * @throws java.io.UncheckedIOException if they cannot be taken now; the batch is then not
   *     committed, and comes again
   */
  void accept(List<LogRecord> records);

  /**
   * A sink that keeps nothing.
   *
   * @return the sink
   */
  static RecordSink none() {
    return records -> {};
  }
}
