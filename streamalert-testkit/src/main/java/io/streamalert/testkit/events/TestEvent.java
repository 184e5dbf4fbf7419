package io.streamalert.testkit.events;

import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One test event: a log, and what classification, rules and publishers are to make of it. Immutable.
 * {@code docs/testing.md} describes the keys.
 */
public final class TestEvent {

  private final EventParts parts;

  /** Takes over the parts. */
  TestEvent(EventParts parts) {
    this.parts = parts;
  }

  /**
   * The file that the event stands in.
   *
   * @return the path as it was given
   */
  public String file() {
    return parts.file;
  }

  /**
   * The place of the event in its file.
   *
   * @return a number from 0 on
   */
  public int index() {
    return parts.index;
  }

  /**
   * What the event is about.
   *
   * @return the description; empty where it is missing
   */
  public String description() {
    return parts.description;
  }

  /**
   * The log type that the log must be of.
   *
   * @return its name; empty where it is missing
   */
  public String log() {
    return parts.log;
  }

  /**
   * The rules that must trigger, and no others.
   *
   * @return their names, also of disabled ones, which are not expected to; empty where only
   *     classification is tested; unmodifiable
   */
  public Set<String> triggerRules() {
    return parts.triggerRules;
  }

  /**
   * Whether rules are left out of the test.
   *
   * @return the key {@code classify_only}
   */
  public boolean isClassifyOnly() {
    return parts.classifyOnly;
  }

  /**
   * Whether the event brings indicators, which only a composition with threat intelligence looks at.
   *
   * @return true if there is at least one
   */
  public boolean hasIndicators() {
    return !parts.fixtures.indicators.isEmpty();
  }

  /**
   * What keeps the event from being tested.
   *
   * @return what is wrong, with file, place and mend; empty if it can be tested; unmodifiable
   */
  public List<Problem> problems() {
    return List.copyOf(parts.problems);
  }

  /**
   * What is odd but does no harm, such as unknown keys.
   *
   * @return what is odd, with file, place and mend; unmodifiable
   */
  public List<Problem> warnings() {
    return List.copyOf(parts.warnings);
  }

  String service() {
    return parts.service;
  }

  String source() {
    return parts.source;
  }

  FieldValue data() {
    return parts.data;
  }

  FieldValue overrideRecord() {
    return parts.overrideRecord;
  }

  boolean skipsPublishers() {
    return parts.skipPublishers;
  }

  Map<OutputId, List<PublisherTest>> publisherTests() {
    return parts.publisherTests;
  }

  FixtureParts fixtures() {
    return parts.fixtures;
  }

  /** The problem at a key of the event. */
  Problem problemAt(String key, String message) {
    return parts.problem(message, key);
  }

  /** {@return file and index} */
  @Override
  public String toString() {
    return "TestEvent[" + parts.file + "#" + parts.index + "]";
  }
}
