package io.streamalert.rule;

import io.streamalert.condition.Condition;
import io.streamalert.condition.ConditionIndex;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rule, ready to run: the order of its checks and what a broken one becomes. Thread-safe. */
final class RuleRun {

  private static final String MATCHES = "matches";
  private static final int ALL_TIMED = 256;
  private static final int THEN_ONE_OF = 16;

  private final RegisteredRule registered;
  private final Rule rule;
  private final RuleSpec spec;
  private final Map<String, FieldValue> initial;
  private final RunParts parts;
  private final Condition demand;
  private final List<NamedMatcher> matchers;
  private final RuleAlerts alerts;
  private final RuleCounters counters = new RuleCounters();
  // Threads may count one candidate for two: it only decides which are timed.
  private int candidates;

  RuleRun(RegisteredRule registered, RunParts parts) {
    this.registered = registered;
    this.rule = registered.rule();
    this.spec = registered.spec();
    this.initial = spec.context();
    this.parts = parts;
    RuleDemand demanded = RuleDemand.of(spec);
    this.demand = demanded.whole();
    this.matchers = demanded.otherMatchers().stream().map(NamedMatcher::of).toList();
    this.alerts = new RuleAlerts(rule, spec, parts);
  }

  /** A matcher and its name, which is asked for once. */
  private record NamedMatcher(String step, Matcher matcher) {

    static NamedMatcher of(Matcher matcher) {
      return new NamedMatcher("matcher " + matcher.name(), matcher);
    }
  }

  /** How far the code of the rule came with one record. */
  private static final class Attempt {
    private String step = MATCHES;
  }

  Rule rule() {
    return rule;
  }

  boolean isSameAs(RuleRun other) {
    return spec.equals(other.spec) && RuleOrigin.codeOf(rule) == RuleOrigin.codeOf(other.rule);
  }

  boolean looksAt(LogType type) {
    return registered.looksAt(type);
  }

  RuleEntry entry() {
    return new RuleEntry(spec, registered.origin(), state(), isIndexable());
  }

  private RuleState state() {
    if (spec.isDisabled()) {
      return RuleState.DISABLED;
    }
    if (!registered.active()) {
      return RuleState.INACTIVE;
    }
    return parts.isStaged(spec) ? RuleState.STAGED : RuleState.ENABLED;
  }

  private boolean isIndexable() {
    return ConditionIndex.of(List.of(demand)).isIndexed(0);
  }

  /** What a record must meet before any code is asked. */
  Condition demand() {
    return demand;
  }

  RuleStatistics.Entry statistics(long evaluations) {
    return counters.snapshot(spec.name(), evaluations);
  }

  /**
   * Asks the code of the rule about a record that meets the demand.
   *
   * @return what is worth telling: an alert, failures, or both; nothing where the rule said no
   */
  List<RuleOutcome> evaluate(LogRecord record) {
    List<RuleOutcome> outcomes = ask(record, new Attempt());
    if (!outcomes.isEmpty()) {
      counters.add(outcomes);
    }
    return outcomes;
  }

  /**
   * For how many candidates the next one stands when it is timed, 0 if it need not be: the first ones
   * are all timed, then one of some, as to read a clock takes as long as a quick rule.
   */
  int weightOfNext() {
    int count = candidates;
    candidates = count + 1 & Integer.MAX_VALUE;
    if (count < ALL_TIMED) {
      return 1;
    }
    return count % THEN_ONE_OF == 0 ? THEN_ONE_OF : 0;
  }

  /** Counts records about which the code was asked, and how long that took. */
  void count(long candidates, long nanos) {
    counters.addCandidates(candidates, nanos);
  }

  /** Asks the code of the rule; whatever it throws is an outcome. */
  private List<RuleOutcome> ask(LogRecord record, Attempt attempt) {
    try {
      for (NamedMatcher matcher : matchers) {
        attempt.step = matcher.step;
        if (!matcher.matcher.matches(record)) {
          return List.of();
        }
      }
      attempt.step = MATCHES;
      RuleContext context = parts.context(initial);
      return rule.matches(record, context) ? alerts.triggered(record, context) : List.of();
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return List.of(new RuleOutcome.Failed(spec.name(), attempt.step, e));
    }
  }

  RuleOutcome explain(LogRecord record) {
    String skipped = whySkipped(record.type());
    if (skipped != null) {
      return new RuleOutcome.Skipped(spec.name(), skipped);
    }
    if (!demand.test(record)) {
      return new RuleOutcome.NotTriggered(spec.name(), RuleDemand.of(spec).whyNot(record));
    }
    Attempt attempt = new Attempt();
    List<RuleOutcome> outcomes = ask(record, attempt);
    return outcomes.isEmpty()
        ? new RuleOutcome.NotTriggered(spec.name(), whoSaidNo(attempt.step))
        : outcomes.get(0);
  }

  private @Nullable String whySkipped(LogType type) {
    if (spec.isDisabled()) {
      return "the rule is disabled";
    }
    if (!registered.active()) {
      return "the rule is inactive, as none of its log types has a schema: " + logs();
    }
    return looksAt(type) ? null : "the rule looks at " + logs() + ", not at " + type;
  }

  private String logs() {
    return spec.logs().stream().map(LogType::name).collect(Collectors.joining(", "));
  }

  private static String whoSaidNo(String step) {
    return (step.equals(MATCHES) ? "the code of the rule" : "the " + step) + " says no";
  }
}
