package io.streamalert.classify;

import io.streamalert.record.RawLog;
import java.util.List;

/**
 * Finds the schema that a raw log fits: of the log types that its source may hold, the first in
 * order of which at least one element of the log is a valid record. Nothing a log holds makes it
 * throw. Must be thread-safe.
 */
public interface Classifier {

  /**
   * Starts a classifier.
   *
   * @return a builder
   */
  static ClassifierBuilder builder() {
    return new ClassifierBuilder();
  }

  /**
   * Classifies a batch, which is cheaper than one by one.
   *
   * @param batch the raw logs
   * @return one outcome a raw log, in the same order
   */
  List<Classification> classify(List<RawLog> batch);

  /**
   * Classifies one raw log.
   *
   * @param log the raw log
   * @return its outcome
   */
  default Classification classify(RawLog log) {
    return classify(List.of(log)).get(0);
  }

  /**
   * Tries every schema that the source of a raw log may hold on the log as a whole, to see why it is
   * classified as it is. Much slower than classifying.
   *
   * @param log the raw log
   * @return a trial for each schema, in the order in which they are tried; empty where the source is
   *     not declared, the log is too long, or the implementation cannot tell, as this default
   */
  default List<SchemaTrial> explain(RawLog log) {
    return List.of();
  }
}
