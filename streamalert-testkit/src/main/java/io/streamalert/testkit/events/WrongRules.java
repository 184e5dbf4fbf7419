package io.streamalert.testkit.events;

import io.streamalert.Evaluation;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RulesEngine;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why other rules triggered than those that were expected.
 *
 * @param engine the engine
 * @param evaluations what it made of the records
 */
record WrongRules(RulesEngine engine, List<Evaluation> evaluations) {

  /** How many different reasons are told of one rule. */
  private static final int MOST_TOLD = 5;

  List<String> reasons(Set<String> expected, Set<String> triggered) {
    Set<String> reasons = new LinkedHashSet<>();
    evaluations.forEach(record -> record.failures().forEach(failed -> reasons.add(broken(failed))));
    for (String rule : expected) {
      if (!triggered.contains(rule)) {
        reasons.add(missing(rule));
      }
    }
    for (String rule : triggered) {
      if (!expected.contains(rule)) {
        reasons.add("the rule " + rule + " triggered, and trigger_rules does not name it");
      }
    }
    return new ArrayList<>(reasons);
  }

  /** Without the message of what was thrown, which may hold values of the record. */
  private static String broken(RuleOutcome.Failed failed) {
    StackTraceElement[] trace = failed.error().getStackTrace();
    return "the rule " + failed.rule() + " broke in " + failed.step() + " with "
        + failed.error().getClass().getName()
        + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private String missing(String rule) {
    if (!engine.rules().containsKey(rule)) {
      return Problem.of("there is no rule \"" + rule + "\", which trigger_rules names")
          .choose(rule, engine.rules().keySet())
          .toString();
    }
    return "the rule " + rule + " did not trigger: "
        + evaluations.stream()
            .flatMap(record -> engine.explain(rule, record.record()).stream())
            .map(WrongRules::why)
            .distinct()
            .limit(MOST_TOLD)
            .collect(Collectors.joining("; "));
  }

  private static String why(RuleOutcome outcome) {
    return outcome.fold(
        triggered -> "it answers differently each time",
        RuleOutcome.NotTriggered::reason,
        RuleOutcome.Skipped::reason,
        failed -> "it broke in " + failed.step());
  }
}
