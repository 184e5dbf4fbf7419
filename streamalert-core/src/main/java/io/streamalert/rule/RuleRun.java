package io.streamalert.rule;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One rule, ready to run: the order of its checks and what a broken one becomes. Thread-safe. */
record RuleRun(
    Rule rule,
    Clock clock,
    LookupTables tables,
    RuleStaging staging,
    Set<OutputId> requiredOutputs) {

  boolean looksAt(LogType type) {
    RuleSpec spec = rule.spec();
    return !spec.isDisabled() && (spec.logs().isEmpty() || spec.logs().contains(type));
  }

  /** The outcome if it is worth telling: triggered or failed; null where the rule said no. */
  @Nullable
  RuleOutcome evaluate(LogRecord record) {
    Step step = new Step();
    try {
      return check(record, step) == null ? triggered(record, step) : null;
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return new RuleOutcome.Failed(rule.spec().name(), step.name, e);
    }
  }

  RuleOutcome explain(LogRecord record) {
    RuleSpec spec = rule.spec();
    if (spec.isDisabled()) {
      return new RuleOutcome.Skipped(spec.name(), "the rule is disabled");
    }
    if (!looksAt(record.type())) {
      String logs = spec.logs().stream().map(LogType::name).collect(Collectors.joining(", "));
      return new RuleOutcome.Skipped(
          spec.name(), "the rule looks at " + logs + ", not at " + record.type());
    }
    RuleOutcome outcome = evaluate(record);
    return outcome != null ? outcome : new RuleOutcome.NotTriggered(spec.name(), whyNot(record));
  }

  /** What the rule is doing, for the report of a failure; the context is made when it is needed. */
  private static final class Step {
    private String name = "matches";
    private @Nullable RuleContext context;
  }

  /** Null if every check holds, else the one that does not. */
  private @Nullable String check(LogRecord record, Step step) {
    RuleSpec spec = rule.spec();
    if (!hasDataType(spec, record)) {
      return "the record has no value of the normalised types " + spec.dataTypes();
    }
    if (!hasSubKeys(spec, record)) {
      return "a required sub-key is not there: " + spec.requiredSubKeys();
    }
    for (Matcher matcher : spec.matchers()) {
      step.name = "matcher " + matcher.name();
      if (!matcher.matches(record)) {
        return "the matcher " + matcher.name() + " says no";
      }
    }
    if (!spec.condition().test(record)) {
      return "the condition does not hold";
    }
    step.name = "matches";
    step.context = new RuleContext(clock.instant(), tables, spec.context());
    return rule.matches(record, step.context) ? null : "the code of the rule says no";
  }

  private String whyNot(LogRecord record) {
    RuleSpec spec = rule.spec();
    if (!spec.condition().test(record)) {
      return spec.condition().explain(record).decisive().toString();
    }
    String reason = check(record, new Step());
    return reason == null ? "the rule answers differently each time" : reason;
  }

  private static boolean hasDataType(RuleSpec spec, LogRecord record) {
    if (spec.dataTypes().isEmpty()) {
      return true;
    }
    FieldValue normalized = record.at(LogRecord.NORMALIZATION_KEY);
    return spec.dataTypes().stream()
        .anyMatch(type -> !normalized.at(type).elements().isEmpty());
  }

  private static boolean hasSubKeys(RuleSpec spec, LogRecord record) {
    for (Map.Entry<String, Set<String>> demand : spec.requiredSubKeys().entrySet()) {
      FieldValue map = record.at(demand.getKey());
      if (map.kind() != FieldValue.Kind.MAP
          || !demand.getValue().stream().allMatch(k -> map.at(k).exists())) {
        return false;
      }
    }
    return true;
  }

  private RuleOutcome triggered(LogRecord record, Step step) {
    RuleSpec spec = rule.spec();
    RuleContext context = java.util.Objects.requireNonNull(step.context);
    step.name = "describe";
    AlertDetails details = rule.describe(record, context);
    step.name = "outputs";
    boolean staged = staging.isStaged(spec.name());
    Set<OutputId> outputs = outputs(record, context, staged);
    details.context().forEach(context::put);
    return new RuleOutcome.Triggered(Alert.builder(spec.name(), record, context.now())
        .description(spec.description())
        .title(details.title())
        .severity(details.severity().orElse(spec.severity()))
        .attack(spec.attack())
        .runbook(spec.runbook())
        .references(spec.references())
        .outputs(outputs)
        .mergePolicy(spec.mergePolicy())
        .context(context.values())
        .publishers(publishers(outputs))
        .staged(staged)
        .build());
  }

  private Set<OutputId> outputs(LogRecord record, RuleContext context, boolean staged) {
    Set<OutputId> outputs = new LinkedHashSet<>(requiredOutputs);
    if (!staged) {
      outputs.addAll(rule.spec().outputs());
      for (DynamicOutputs function : rule.spec().dynamicOutputs()) {
        outputs.addAll(function.outputs(record, context));
      }
    }
    return outputs;
  }

  private Map<OutputId, List<String>> publishers(Set<OutputId> outputs) {
    Map<OutputId, List<String>> publishers = new LinkedHashMap<>();
    for (OutputId output : outputs) {
      List<String> names =
          requiredOutputs.contains(output) ? List.of() : rule.spec().publishersOf(output);
      if (!names.isEmpty()) {
        publishers.put(output, names);
      }
    }
    return publishers;
  }
}
