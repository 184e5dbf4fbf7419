package io.streamalert;

import io.streamalert.rule.RulesEngine;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which rules a reload changed. Immutable.
 *
 * @param generation the number of the generation that is current since
 * @param added names of rules that were not there before; unmodifiable
 * @param removed names of rules that are not there any more; unmodifiable
 * @param changed names of rules that declare something else, or whose class was loaded anew, as its
 *     code may be another; unmodifiable
 */
public record RuleChanges(
    long generation, Set<String> added, Set<String> removed, Set<String> changed) {

  /**
   * Copies the names.
   *
   * @param generation the number of the generation
   * @param added new rules
   * @param removed rules that are gone
   * @param changed rules that are others
   */
  public RuleChanges {
    added = inOrder(added);
    removed = inOrder(removed);
    changed = inOrder(changed);
  }

  private static Set<String> inOrder(Set<String> names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  static RuleChanges between(RulesEngine before, RulesEngine after, long generation) {
    Set<String> old = before.rules().keySet();
    Set<String> now = after.rules().keySet();
    return new RuleChanges(
        generation, without(now, old), without(old, now), after.changedSince(before));
  }

  private static Set<String> without(Set<String> names, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(names);
    rest.removeAll(others);
    return rest;
  }
}
