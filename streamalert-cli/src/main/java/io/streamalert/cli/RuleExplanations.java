package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.classify.DeadLetter;
import io.streamalert.condition.Condition;
import io.streamalert.condition.Explanation;
import io.streamalert.local.RawLogs;
import io.streamalert.outputs.TerminalText;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.RawLog;
import io.streamalert.rule.Matcher;
import io.streamalert.rule.RuleOutcome;
import io.streamalert.rule.RuleSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Classifies logs and writes what a rule makes of each record, without any value of it. */
final class RuleExplanations implements RawLogs.Receiver {

  private final StreamAlert streamAlert;
  private final RuleSpec spec;
  private final long wanted;
  private final boolean json;
  private final Output out;
  private long records;
  private long logs;
  private boolean explained;

  /**
   * Explains one rule.
   *
   * @param wanted the number of the only record to explain, or 0 for all
   */
  RuleExplanations(StreamAlert streamAlert, RuleSpec spec, long wanted, boolean json, Output out) {
    this.streamAlert = streamAlert;
    this.spec = spec;
    this.wanted = wanted;
    this.json = json;
    this.out = out;
  }

  /** Whether there was anything to explain. */
  boolean hasExplained() {
    return explained;
  }

  /** What was asked for and is not there, as far as that is so. */
  Optional<String> missing() {
    if (records == 0) {
      return Optional.of(Text.count(logs, "log", "logs")
          + ", of which none became a record. See why: streamalert classify --explain FILE");
    }
    return explained
        ? Optional.empty()
        : Optional.of("There is no record " + wanted + ", as there are "
            + Text.count(records, "record", "records") + " only.");
  }

  @Override
  public void log(RawLog log, long number) {
    logs++;
    for (LogRecord record : streamAlert.classify(List.of(log)).get(0).records()) {
      records++;
      if (wanted == 0 || wanted == records) {
        explained = true;
        explain(record, number);
      }
    }
  }

  @Override
  public void refused(DeadLetter letter, long number) {
    logs++;
  }

  private void explain(LogRecord record, long number) {
    RuleOutcome outcome = streamAlert.engine().explain(spec.name(), record).orElseThrow();
    Map<String, Explanation> trees =
        outcome instanceof RuleOutcome.Skipped ? Map.of() : trees(record);
    if (json) {
      write(record, number, outcome, trees);
    } else {
      print(record, number, outcome, trees);
    }
  }

  /** The condition, and the matchers that are conditions, where they were asked. */
  private Map<String, Explanation> trees(LogRecord record) {
    Map<String, Explanation> trees = new LinkedHashMap<>();
    if (!spec.condition().equals(Condition.always())) {
      Explanation where = spec.condition().explain(record);
      trees.put("where", where);
      if (!where.holds()) {
        return trees;
      }
    }
    for (Matcher matcher : spec.matchers()) {
      matcher
          .condition()
          .ifPresent(test -> trees.put("matcher " + matcher.name(), test.explain(record)));
    }
    return trees;
  }

  private void print(
      LogRecord record, long number, RuleOutcome outcome, Map<String, Explanation> trees) {
    out.line(TerminalText.clean("Record " + records + " of log " + number + ", " + record.type()
        + ": " + inWords(outcome)));
    trees.forEach((name, tree) -> {
      out.line(TerminalText.clean("  " + name));
      print(tree, "    ");
    });
  }

  private void print(Explanation tree, String indent) {
    String found = tree.parts().isEmpty() ? " (found " + tree.found() + ")" : "";
    out.line(TerminalText.clean(indent + (tree.holds() ? "yes " : "no  ") + tree.clause() + found));
    tree.parts().forEach(part -> print(part, indent + "  "));
  }

  private static String inWords(RuleOutcome outcome) {
    return outcome.fold(
        triggered -> "triggers",
        notTriggered -> "does not trigger, " + notTriggered.reason(),
        skipped -> "is not looked at, " + skipped.reason(),
        failed -> "the rule breaks, " + Tally.place(failed));
  }

  private void write(
      LogRecord record, long number, RuleOutcome outcome, Map<String, Explanation> trees) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("record", records);
    fields.put("log", number);
    fields.put("log_type", record.type().name());
    fields.put(
        "outcome",
        outcome.fold(t -> "triggered", n -> "not_triggered", s -> "skipped", f -> "failed"));
    fields.put(
        "reason",
        outcome.fold(t -> "", n -> n.reason(), s -> s.reason(), failed -> Tally.place(failed)));
    Map<String, Object> conditions = new LinkedHashMap<>();
    trees.forEach((name, tree) -> conditions.put(name, fields(tree)));
    fields.put("conditions", conditions);
    out.line(FieldValue.of(fields).toJson());
  }

  private static Map<String, Object> fields(Explanation tree) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("holds", tree.holds());
    fields.put("clause", tree.clause());
    fields.put("found", tree.found().name());
    fields.put("parts", tree.parts().stream().map(RuleExplanations::fields).toList());
    return fields;
  }
}
