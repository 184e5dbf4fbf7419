package io.streamalert.classify;

import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import java.util.List;

/**
 * A raw log that is a list which fits no schema as a whole, but at least one element of which does.
 * Elements may be of different log types. Immutable.
 */
public final class Split implements Classification {

  private final RawLog log;
  private final List<Classification> elements;

  Split(RawLog log, List<Classification> elements) {
    this.log = log;
    this.elements = List.copyOf(elements);
  }

  @Override
  public RawLog log() {
    return log;
  }

  /**
   * What became of each element.
   *
   * @return one outcome an element, in their order
   */
  public List<Classification> elements() {
    return elements;
  }

  @Override
  public List<LogRecord> records() {
    return elements.stream().flatMap(e -> e.records().stream()).toList();
  }

  @Override
  public List<DeadLetter> deadLetters() {
    return elements.stream().flatMap(e -> e.deadLetters().stream()).toList();
  }

  /** {@return the number of elements, never the content} */
  @Override
  public String toString() {
    return "Split[" + elements.size() + " elements]";
  }
}
