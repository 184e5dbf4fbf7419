package io.streamalert.rule;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.condition.Condition;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
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

  /** What a record must meet before any code is asked. */
  Condition demand() {
    return rule.spec().condition();
  }

  /** What is worth telling: an alert, failures, or both; nothing where the rule said no. */
  List<RuleOutcome> evaluate(LogRecord record) {
    Step step = new Step();
    try {
      return check(record, step) == null ? triggered(record, step) : List.of();
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      return List.of(failed(step.name, e));
    }
  }

  private RuleOutcome.Failed failed(String step, Throwable error) {
    return new RuleOutcome.Failed(rule.spec().name(), step, error);
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
    List<RuleOutcome> outcomes = evaluate(record);
    return outcomes.isEmpty()
        ? new RuleOutcome.NotTriggered(spec.name(), whyNot(record))
        : outcomes.get(0);
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
    if (!spec.condition().test(record)) {
      return "the condition does not hold";
    }
    for (Matcher matcher : spec.matchers()) {
      step.name = "matcher " + matcher.name();
      if (!matcher.matches(record)) {
        return "the matcher " + matcher.name() + " says no";
      }
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

  /** The alert, and what broke while its details were made: that must not cost the alert. */
  private List<RuleOutcome> triggered(LogRecord record, Step step) {
    RuleContext context = Objects.requireNonNull(step.context);
    List<RuleOutcome> outcomes = new ArrayList<>(1);
    AlertDetails details =
        orElse(AlertDetails.none(), "describe", outcomes, () -> rule.describe(record, context));
    boolean staged = staging.isStaged(rule.spec().name());
    Set<OutputId> outputs = new LinkedHashSet<>(requiredOutputs);
    if (!staged) {
      outputs.addAll(rule.spec().outputs());
      for (DynamicOutputs function : rule.spec().dynamicOutputs()) {
        outputs.addAll(
            orElse(List.of(), "outputs", outcomes, () -> function.outputs(record, context)));
      }
    }
    details.context().forEach(context::put);
    outcomes.add(0, new RuleOutcome.Triggered(alert(record, context, details, outputs, staged)));
    return outcomes;
  }

  private <T> T orElse(T fallback, String step, List<RuleOutcome> outcomes, Supplier<T> code) {
    try {
      return code.get();
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      outcomes.add(failed(step, e));
      return fallback;
    }
  }

  private Alert alert(
      LogRecord record,
      RuleContext context,
      AlertDetails details,
      Set<OutputId> outputs,
      boolean staged) {
    RuleSpec spec = rule.spec();
    return Alert.builder(spec.name(), record, context.now())
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
        .build();
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
