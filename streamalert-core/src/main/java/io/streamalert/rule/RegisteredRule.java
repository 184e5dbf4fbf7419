package io.streamalert.rule;

import io.streamalert.record.LogType;

/** A rule with its spec, which is asked for once, and with what the engine knows of it. */
record RegisteredRule(Rule rule, RuleSpec spec, RuleOrigin origin, boolean active) {

  boolean looksAt(LogType type) {
    return active && !spec.isDisabled() && (spec.logs().isEmpty() || spec.logs().contains(type));
  }
}
