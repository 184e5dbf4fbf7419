package io.streamalert.rule;

/**
 * Which rules are still on trial: their alerts go to the required outputs only. Must be thread-safe
 * and quick, for it is asked for every alert. If it throws, that is reported as {@link
 * RuleOutcome.Failed} and the alert goes out as that of a rule that is not staged.
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
