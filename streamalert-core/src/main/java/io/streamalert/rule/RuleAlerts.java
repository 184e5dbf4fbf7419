package io.streamalert.rule;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.record.LogRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the alerts of one rule. Thread-safe. */
record RuleAlerts(Rule rule, RuleSpec spec, RunParts parts) {

  /** The alert, and what broke while its details were made: that must not cost the alert. */
  List<RuleOutcome> triggered(LogRecord record, RuleContext context) {
    List<RuleOutcome> outcomes = new ArrayList<>(1);
    AlertDetails details =
        orElse(AlertDetails.none(), "describe", outcomes, () -> rule.describe(record, context));
    boolean staged = orElse(false, "staging", outcomes, () -> parts.isStaged(spec));
    Set<OutputId> outputs = new LinkedHashSet<>(parts.requiredOutputs());
    if (!staged) {
      outputs.addAll(spec.outputs());
      for (DynamicOutputs function : spec.dynamicOutputs()) {
        outputs.addAll(orElse(
            List.of(), "outputs", outcomes, () -> List.copyOf(function.outputs(record, context))));
      }
    }
    details.context().forEach(context::put);
    outcomes.add(0, new RuleOutcome.Triggered(alert(record, context, details, outputs, staged)));
    return outcomes;
  }

  private <T> T orElse(T fallback, String step, List<RuleOutcome> outcomes, Supplier<T> code) {
    try {
      return Objects.requireNonNull(code.get(), step);
    } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
      outcomes.add(new RuleOutcome.Failed(spec.name(), step, e));
      return fallback;
    }
  }

  private Alert alert(
      LogRecord record,
      RuleContext context,
      AlertDetails details,
      Set<OutputId> outputs,
      boolean staged) {
    return Alert.builder(spec.name(), record, context.now())
        .description(spec.description())
        .title(details.title().isEmpty() ? spec.title() : details.title())
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
          parts.requiredOutputs().contains(output) ? List.of() : spec.publishersOf(output);
      if (!names.isEmpty()) {
        publishers.put(output, names);
      }
    }
    return publishers;
  }
}
