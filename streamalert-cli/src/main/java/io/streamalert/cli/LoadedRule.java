package io.streamalert.cli;

import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOrigin;

/** A rule and where it was loaded from. */
record LoadedRule(Rule rule, RuleOrigin origin) {

  static LoadedRule of(Rule rule, String place) {
    return new LoadedRule(rule, RuleOrigin.in(rule, place));
  }
}
