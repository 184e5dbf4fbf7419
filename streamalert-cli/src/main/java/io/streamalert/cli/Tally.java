package io.streamalert.cli;

import io.streamalert.alert.Alert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.classify.Unclassified;
import io.streamalert.rule.RuleOutcome;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Counts what a run brings, beside what the ledger counts. */
final class Tally {

  /** How a reason starts that names the nearest schema. */
  static final String NEAREST = "nearest to ";

  private static final Pattern PLACE = Pattern.compile(" \\(byte \\d+\\)");

  final Map<String, Long> alertsByRule = new TreeMap<>();
  final Map<String, Long> failures = new TreeMap<>();
  final Commonest unclassified = new Commonest();
  final Commonest rejected = new Commonest();
  long overlong;

  void alert(Alert alert) {
    alertsByRule.merge(alert.ruleName(), 1L, Long::sum);
  }

  void deadLetter(DeadLetter letter) {
    if (letter.kind() == DeadLetter.Kind.RAW_LOG) {
      overlong++;
    } else if (rejected.wants()) {
      rejected.add(letter.reason());
    }
  }

  /** Told after the dead letter of the same log; what was never classified has only a dead letter. */
  void unclassified(Unclassified log) {
    overlong--;
    if (unclassified.wants()) {
      unclassified.add(reason(log));
    }
  }

  private static String reason(Unclassified log) {
    return log.nearest()
        .map(nearest -> NEAREST + nearest.type() + ": " + nearest.reason())
        .orElseGet(() -> PLACE.matcher(log.reason()).replaceAll(""));
  }

  void failure(RuleOutcome.Failed failed) {
    failures.merge(failed.rule() + ": " + place(failed), 1L, Long::sum);
  }

  /** Names the place in the rule, which holds no value of the record; the message of the error might. */
  static String place(RuleOutcome.Failed failed) {
    Throwable error = failed.error();
    StackTraceElement[] stack = error.getStackTrace();
    String place =
        stack.length == 0 ? "" : " at " + stack[0].getFileName() + ":" + stack[0].getLineNumber();
    return error.getClass().getName() + " in " + failed.step() + place;
  }
}
