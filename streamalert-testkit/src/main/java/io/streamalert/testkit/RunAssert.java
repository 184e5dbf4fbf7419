package io.streamalert.testkit;

import io.streamalert.Evaluation;
import io.streamalert.alert.Alert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.Classified;
import io.streamalert.record.LogType;
import io.streamalert.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * What a test can say of a {@link TestRun}. A failure tells which schema, key, matcher or clause said
 * no, and where in the record, but no value of it.
 *
 * <p>Words about rules fail where a log fits no schema, since no rule has seen it then.
 */
public final class RunAssert extends AbstractAssert<RunAssert, TestRun> {

  RunAssert(TestRun actual) {
    super(actual, RunAssert.class);
  }

  /**
   * Every log was classified as this type.
   *
   * @param type its name
   * @return this
   */
  public RunAssert isClassifiedAs(String type) {
    List<String> problems = new ArrayList<>();
    List<Classification> all = classifications();
    for (int i = 0; i < all.size(); i++) {
      if (!(all.get(i) instanceof Classified c) || !c.type().name().equals(type)) {
        problems.add("Log " + (i + 1) + " " + Reasons.outcome(all.get(i)) + "\n  "
            + Reasons.whyNot(LogType.of(type), all.get(i), actual.streamAlert()));
      }
    }
    return failIf(problems, "Expected every log to be classified as " + type);
  }

  /**
   * No log fits any schema.
   *
   * @return this
   */
  public RunAssert isUnclassified() {
    List<String> problems = new ArrayList<>();
    List<Classification> all = classifications();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isClassified()) {
        problems.add("Log " + (i + 1) + " " + Reasons.outcome(all.get(i)));
      }
    }
    return failIf(problems, "Expected no log to fit a schema");
  }

  private List<Classification> classifications() {
    isNotNull();
    List<Classification> all = actual.results().classifications();
    if (all.isEmpty()) {
      throw failure("There was no log to classify");
    }
    return all;
  }

  /**
   * These rules triggered, each at least once, and no other.
   *
   * @param rules their names
   * @return this
   */
  public RunAssert triggersOnly(String... rules) {
    Set<String> expected = new LinkedHashSet<>(Arrays.asList(rules));
    List<String> problems = missing(expected);
    for (Evaluation evaluation : actual.results().evaluations()) {
      evaluation.alerts().stream()
          .filter(alert -> !expected.contains(alert.ruleName()))
          .forEach(alert -> problems.add(unexpected(alert, evaluation)));
    }
    failIf(
        problems,
        "Expected " + (expected.isEmpty() ? "nothing" : "only " + expected) + " to trigger, but "
            + triggered() + " did");
    return asserted(actual.alerts());
  }

  private String unexpected(Alert alert, Evaluation evaluation) {
    return alert.ruleName() + " triggered on a record of " + evaluation.record().type() + ":\n"
        + Reasons.why(alert.ruleName(), evaluation.record(), actual.streamAlert());
  }

  /**
   * No rule triggered.
   *
   * @return this
   */
  public RunAssert triggersNothing() {
    return triggersOnly();
  }

  /**
   * These rules triggered, each at least once; others may have too.
   *
   * @param rules their names
   * @return this
   */
  public RunAssert triggers(String... rules) {
    Set<String> expected = new LinkedHashSet<>(Arrays.asList(rules));
    failIf(missing(expected), "Expected " + expected + " to trigger, but " + triggered() + " did");
    return asserted(actual.alerts().stream()
        .filter(alert -> expected.contains(alert.ruleName()))
        .toList());
  }

  private Set<String> triggered() {
    return actual.alerts().stream()
        .map(Alert::ruleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Unclassified logs, and rules that should have triggered and did not. */
  private List<String> missing(Set<String> expected) {
    isNotNull();
    List<String> problems = new ArrayList<>();
    List<Classification> all = actual.results().classifications();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isClassified()) {
        problems.add("Log " + (i + 1) + " was seen by no rule: it " + Reasons.outcome(all.get(i)));
      }
    }
    Set<String> triggered = triggered();
    expected.stream()
        .filter(rule -> !triggered.contains(rule))
        .forEach(rule -> problems.add(rule + " did not trigger:\n"
            + Reasons.whyNot(rule, actual.results().records(), actual.streamAlert())));
    return problems;
  }

  /**
   * A rule broke with such an error. Says nothing of its alerts: a rule whose {@code describe} broke
   * has one.
   *
   * @param rule its name
   * @param error the type of what it threw
   * @return this
   */
  public RunAssert breaks(String rule, Class<? extends Throwable> error) {
    isNotNull();
    List<RuleOutcome.Failed> expected = actual.results().failures().stream()
        .filter(failed -> failed.rule().equals(rule) && error.isInstance(failed.error()))
        .toList();
    if (expected.isEmpty()) {
      throw failure(
          "Expected %s to break with %s, but:%n%s",
          rule,
          error.getName(),
          Reasons.whyNot(rule, actual.results().records(), actual.streamAlert()));
    }
    actual.sent().unasserted().expected(expected);
    return this;
  }

  /**
   * There is at least one alert, and each is addressed to exactly these outputs, be it that it is
   * sent at once or merged before.
   *
   * @param outputs the outputs, such as {@code slack:security}
   * @return this
   */
  public RunAssert isAddressedTo(String... outputs) {
    anAlert();
    actual.alerts().forEach(alert -> new AlertAssert(alert).isAddressedTo(outputs));
    return this;
  }

  /**
   * Exactly these outputs took something at once; see {@link SentAssert#isSentTo}.
   *
   * @param outputs the outputs, such as {@code slack:security}
   * @return this
   */
  public RunAssert isSentTo(String... outputs) {
    isNotNull();
    new SentAssert(actual.sent()).isSentTo(outputs);
    return this;
  }

  /**
   * Goes on with the only alert of a rule.
   *
   * @param rule its name
   * @return the words for the alert
   */
  public AlertAssert alert(String rule) {
    triggers(rule);
    List<Alert> ofRule =
        actual.alerts().stream().filter(a -> a.ruleName().equals(rule)).toList();
    if (ofRule.size() != 1) {
      throw failure("Expected one alert of %s, but there are %s", rule, ofRule.size());
    }
    return new AlertAssert(ofRule.get(0));
  }

  /**
   * Goes on with the only publication that an output took at once.
   *
   * @param output the output
   * @return the words for the publication
   */
  public PublicationAssert publication(String output) {
    anAlert();
    return new SentAssert(actual.sent()).publication(output);
  }

  private void anAlert() {
    isNotNull();
    if (actual.alerts().isEmpty()) {
      throw failure("There is no alert: say triggersOnly(...) first, which tells why");
    }
  }

  private RunAssert asserted(List<Alert> alerts) {
    actual.sent().unasserted().asserted(alerts);
    return this;
  }

  private RunAssert failIf(List<String> problems, String expectation) {
    if (!problems.isEmpty()) {
      throw failure("%s", expectation + ":\n" + String.join("\n", problems));
    }
    return this;
  }
}
