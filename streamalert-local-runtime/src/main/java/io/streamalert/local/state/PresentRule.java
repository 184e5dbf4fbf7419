package io.streamalert.local.state;

import java.util.Objects;
import java.util.Set;

/**
 * A rule that a program has, as {@link RuleTable#sync} is told. Immutable.
 *
 * @param name the name of the rule
 * @param fingerprint tells one form of the rule from another, such as a hash of its class
 * @param formerly the names that it had before
 */
public record PresentRule(String name, String fingerprint, Set<String> formerly) {

  /**
   * Checks and copies the parts.
   *
   * @param name the name of the rule
   * @param fingerprint tells one form of the rule from another
   * @param formerly the names that it had before
   */
  public PresentRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(fingerprint, "fingerprint");
    formerly = Set.copyOf(formerly);
  }
}
