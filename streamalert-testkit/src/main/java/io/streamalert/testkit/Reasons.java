package io.streamalert.testkit;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.Classified;
import io.streamalert.classify.SchemaTrial;
import io.streamalert.classify.Unclassified;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says for people why the stages answered as they did. No text holds a value of a record. */
final class Reasons {

  private static final String INDENT = "  ";

  private Reasons() {}

  /** What a raw log became. */
  static String outcome(Classification classification) {
    return classification.fold(
        classified -> "was classified as " + classified.type(),
        unclassified -> "fits no schema: " + unclassified.reason() + nearest(unclassified),
        split -> "was split into "
            + split.elements().stream().map(Reasons::typeName).collect(Collectors.joining(", ")));
  }

  private static String nearest(Unclassified unclassified) {
    return unclassified
        .nearest()
        .map(nearest -> "\n" + INDENT + "nearest is " + nearest.type() + ": " + nearest.reason())
        .orElse("");
  }

  private static String typeName(Classification element) {
    return element instanceof Classified classified ? classified.type().name() : "nothing known";
  }

  /** Why a raw log is not of a type. */
  static String whyNot(LogType type, Classification classification, StreamAlert streamAlert) {
    if (streamAlert.schemas().stream().noneMatch(schema -> schema.type().equals(type))) {
      return "there is no schema " + type + "; add it with schemas(...)";
    }
    return streamAlert.explain(classification.log()).stream()
        .filter(trial -> trial.type().equals(type))
        .findFirst()
        .map(Reasons::verdict)
        .orElse(type + " was not tried: its source may not hold it");
  }

  private static String verdict(SchemaTrial trial) {
    return trial.matches()
        ? trial.type() + " fits too, but is tried later"
        : trial.type() + " does not fit: " + trial.reason();
  }

  /** What a rule made of each record, with the whole condition where that said no. */
  static String whyNot(String rule, List<LogRecord> records, StreamAlert streamAlert) {
    if (!streamAlert.engine().rules().containsKey(rule)) {
      return INDENT + "there is no rule " + rule + ", only "
          + streamAlert.engine().rules().keySet();
    }
    if (records.isEmpty()) {
      return INDENT + "there was no record";
    }
    return records.stream()
        .map(record -> INDENT + record.type() + ": " + whyNot(rule, record, streamAlert))
        .collect(Collectors.joining("\n"));
  }

  private static String whyNot(String rule, LogRecord record, StreamAlert streamAlert) {
    String reason = streamAlert
        .engine()
        .explain(rule, record)
        .orElseThrow()
        .fold(
            t -> "triggered", RuleOutcome.NotTriggered::reason, s -> s.reason(), Reasons::failure);
    Condition condition = condition(rule, streamAlert);
    return condition.test(record) ? reason : reason + "\n" + tree(condition, record);
  }

  /** Why a rule triggered, as far as its condition tells. */
  static String why(String rule, LogRecord record, StreamAlert streamAlert) {
    Condition condition = condition(rule, streamAlert);
    return condition.equals(Condition.always())
        ? INDENT.repeat(2) + "by its code"
        : tree(condition, record);
  }

  private static Condition condition(String rule, StreamAlert streamAlert) {
    Rule found = streamAlert.engine().rules().get(rule);
    return found == null ? Condition.always() : found.spec().condition();
  }

  static String tree(Condition condition, LogRecord record) {
    return condition.explain(record).toTree().indent(2 * INDENT.length()).stripTrailing();
  }

  /** Without the message of what was thrown, which may hold values of the record. */
  static String failure(RuleOutcome.Failed failed) {
    String place = Stream.of(failed.error().getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith("java."))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
    return "The rule " + failed.rule() + " broke in " + failed.step() + ": "
        + failed.error().getClass().getName() + place;
  }
}
