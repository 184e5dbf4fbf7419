package io.streamalert.testkit;

import io.streamalert.alert.Alert;
import io.streamalert.alert.AlertId;
import io.streamalert.rule.RuleOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What happened in a test and was not asserted yet. */
final class Unasserted {

  private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
  private final List<RuleOutcome.Failed> failures = new ArrayList<>();
  private final Function<AlertId, Optional<AlertId>> mergedInto;

  /** Asks into which alert another one was merged. */
  Unasserted(Function<AlertId, Optional<AlertId>> mergedInto) {
    this.mergedInto = mergedInto;
  }

  synchronized void add(Results results) {
    results.alerts().forEach(alert -> alerts.put(alert.id(), alert));
    failures.addAll(results.failures());
  }

  /** A merged alert stands for its parts. */
  synchronized void asserted(Collection<Alert> seen) {
    for (Alert alert : seen) {
      alerts.remove(alert.id());
      alerts
          .keySet()
          .removeIf(part -> mergedInto.apply(part).filter(alert.id()::equals).isPresent());
    }
  }

  synchronized void expected(Collection<RuleOutcome.Failed> seen) {
    failures.removeAll(seen);
  }

  /** Fails with all that is left. */
  synchronized void verify() {
    List<String> problems = new ArrayList<>();
    failures.forEach(failed -> problems.add(Reasons.failure(failed)));
    alerts
        .values()
        .forEach(alert -> problems.add("The alert of " + alert.ruleName() + " on a record of "
            + alert.record().type() + " was not asserted: say triggersOnly(\"" + alert.ruleName()
            + "\") of what process(...) returned"));
    if (!problems.isEmpty()) {
      AssertionError error = new AssertionError(String.join("\n", problems));
      failures.forEach(failed -> error.addSuppressed(failed.error()));
      throw error;
    }
  }
}
