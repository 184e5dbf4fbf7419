package io.streamalert.local.state;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the rules of a program differ from those it had before. Immutable.
 *
 * @param added the names of new rules, in order; unmodifiable
 * @param changed the names of rules with another fingerprint, in order; unmodifiable
 * @param removed the names of rules that are no longer there, in order; unmodifiable
 */
public record RuleSync(Set<String> added, Set<String> changed, Set<String> removed) {

  /**
   * Copies the parts.
   *
   * @param added the names of new rules
   * @param changed the names of rules with another fingerprint
   * @param removed the names of rules that are no longer there
   */
  public RuleSync {
    added = copy(added);
    changed = copy(changed);
    removed = copy(removed);
  }

  private static Set<String> copy(Collection<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
