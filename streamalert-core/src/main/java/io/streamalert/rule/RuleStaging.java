package io.streamalert.rule;

/**
 * Which rules are still on trial: their alerts go to the required outputs only. Must be thread-safe
 * and quick, for it is asked for every alert.
 */
@FunctionalInterface
public interface RuleStaging {

  /**
   * Whether a rule is staged.
   *
   * @param rule the rule's name
   * @return true if it is
   */
  boolean isStaged(String rule);

  /**
   * No rule is staged.
   *
   * @return the staging
   */
  static RuleStaging none() {
    return rule -> false;
  }
}
