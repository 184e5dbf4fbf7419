package io.streamalert.rule;

/** Whether a rule runs, and what its alerts reach. */
public enum RuleState {
  /** The rule runs, and its alerts go to all of its outputs. */
  ENABLED,
  /** The rule runs, and its alerts go to the required outputs only. */
  STAGED,
  /** The rule is switched off by its spec. */
  DISABLED,
  /** The rule is one of a library, and none of its log types has a schema; it never runs. */
  INACTIVE
}
