package io.streamalert.rule;

import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a spec holds; a builder changes its own, a spec keeps a copy. All collections are immutable. */
final class RuleParts {

  private static final String ALL_OUTPUTS = "";

  final String name;
  String formerName = "";
  String description = "";
  String title = "";
  Set<LogType> logs = Set.of();
  Set<String> dataTypes = Set.of();
  Severity severity = Severity.MEDIUM;
  List<String> attack = List.of();
  List<String> references = List.of();
  String runbook = "";
  List<String> falsePositives = List.of();
  Condition condition = Condition.always();
  List<Matcher> matchers = List.of();
  Map<String, Set<String>> requiredSubKeys = Map.of();
  Set<OutputId> outputs = Set.of();
  List<DynamicOutputs> dynamicOutputs = List.of();
  Map<String, List<String>> publishers = Map.of();
  Map<String, FieldValue> context = Map.of();
  MergePolicy mergePolicy = MergePolicy.none();
  boolean disabled;

  RuleParts(String name) {
    this.name = name;
  }

  void publishersForAll(List<String> names) {
    publishersFor(ALL_OUTPUTS, names);
  }

  void publishersFor(String serviceOrOutput, List<String> names) {
    publishers = with(publishers, serviceOrOutput, names);
  }

  List<String> publishersOf(OutputId output) {
    return Stream.of(ALL_OUTPUTS, output.service(), output.toString())
        .flatMap(key -> publishers.getOrDefault(key, List.of()).stream())
        .toList();
  }

  Set<String> allPublishers() {
    Set<String> all = new LinkedHashSet<>();
    publishers.values().forEach(all::addAll);
    return Collections.unmodifiableSet(all);
  }

  /** An immutable copy of a map with one entry set. */
  static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return Collections.unmodifiableMap(more);
  }

  RuleParts copy() {
    RuleParts copy = new RuleParts(name);
    copy.formerName = formerName;
    copy.description = description;
    copy.title = title;
    copy.logs = logs;
    copy.dataTypes = dataTypes;
    copy.severity = severity;
    copy.attack = attack;
    copy.references = references;
    copy.runbook = runbook;
    copy.falsePositives = falsePositives;
    copy.condition = condition;
    copy.matchers = matchers;
    copy.requiredSubKeys = requiredSubKeys;
    copy.outputs = outputs;
    copy.dynamicOutputs = dynamicOutputs;
    copy.publishers = publishers;
    copy.context = context;
    copy.mergePolicy = mergePolicy;
    copy.disabled = disabled;
    return copy;
  }

  /** All of it, to compare. */
  List<Object> all() {
    return List.of(
        name,
        formerName,
        description,
        title,
        logs,
        dataTypes,
        severity,
        attack,
        references,
        runbook,
        falsePositives,
        condition,
        matchers,
        requiredSubKeys,
        outputs,
        dynamicOutputs,
        publishers,
        context,
        mergePolicy,
        disabled);
  }
}
