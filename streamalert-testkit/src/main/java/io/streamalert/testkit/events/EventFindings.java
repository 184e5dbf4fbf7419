package io.streamalert.testkit.events;

import io.streamalert.record.LogType;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was seen while an event was tested. Immutable.
 *
 * @param classifiedAs the log types of the records; more than one only where a list was split
 * @param withRules whether rules were tested
 * @param triggeredRules the rules that triggered, by name
 * @param expectedRules the rules that had to, without disabled ones
 * @param disabledRules the rules that the event names and that are disabled
 * @param warnings what is odd but does no harm, one line each
 */
public record EventFindings(
    Set<LogType> classifiedAs,
    boolean withRules,
    Set<String> triggeredRules,
    Set<String> expectedRules,
    Set<String> disabledRules,
    List<String> warnings) {

  /**
   * Copies the parts.
   *
   * @param classifiedAs the log types of the records
   * @param withRules whether rules were tested
   * @param triggeredRules the rules that triggered
   * @param expectedRules the rules that had to
   * @param disabledRules the rules that are disabled
   * @param warnings what is odd
   */
  public EventFindings {
    classifiedAs = Set.copyOf(classifiedAs);
    triggeredRules = sorted(triggeredRules);
    expectedRules = sorted(expectedRules);
    disabledRules = sorted(disabledRules);
    warnings = List.copyOf(warnings);
  }

  private static Set<String> sorted(Collection<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
