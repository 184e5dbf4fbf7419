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
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects what a {@link RuleSpec} declares. Not thread-safe. */
public final class RuleSpecBuilder {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final String ALL_OUTPUTS = "";

  final String name;
  String formerName = "";
  String description = "";
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
  Map<String, FieldValue> context = Map.of();
  MergePolicy mergePolicy = MergePolicy.none();
  boolean disabled;
  private Map<String, List<String>> publishers = Map.of();

  RuleSpecBuilder(String name) {
    if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "A rule's name has letters, digits, _, - and . only, but was \"" + name + "\"");
    }
    this.name = name;
  }

  /**
   * Names what the rule was called before it was renamed.
   *
   * @param formerName the former name
   * @return this
   */
  public RuleSpecBuilder formerly(String formerName) {
    this.formerName = Objects.requireNonNull(formerName, "formerName");
    return this;
  }

  /**
   * Says what the rule is about.
   *
   * @param description a sentence; default empty
   * @return this
   */
  public RuleSpecBuilder description(String description) {
    this.description = Objects.requireNonNull(description, "description");
    return this;
  }

  /**
   * Names the log types to look at.
   *
   * @param types names such as {@code cloudtrail:events}
   * @return this
   */
  public RuleSpecBuilder logs(String... types) {
    Set<LogType> all = new LinkedHashSet<>();
    Stream.of(types).map(LogType::of).forEach(all::add);
    this.logs = Collections.unmodifiableSet(all);
    return this;
  }

  /**
   * Names normalised types of which a record must have at least one value.
   *
   * @param types names such as {@code ip_address}
   * @return this
   */
  public RuleSpecBuilder dataTypes(String... types) {
    this.dataTypes = Set.of(types);
    return this;
  }

  /**
   * Says how bad it is if an alert is true.
   *
   * @param severity the severity; default {@link Severity#MEDIUM}
   * @return this
   */
  public RuleSpecBuilder severity(Severity severity) {
    this.severity = Objects.requireNonNull(severity, "severity");
    return this;
  }

  /**
   * Names the MITRE ATT&amp;CK techniques that the rule detects.
   *
   * @param techniques ids such as {@code T1078.004}
   * @return this
   */
  public RuleSpecBuilder attack(String... techniques) {
    this.attack = List.of(techniques);
    return this;
  }

  /**
   * Says where to read more.
   *
   * @param addresses the addresses
   * @return this
   */
  public RuleSpecBuilder references(String... addresses) {
    this.references = List.of(addresses);
    return this;
  }

  /**
   * Says what to do when the rule triggers.
   *
   * @param text a sentence or more
   * @return this
   */
  public RuleSpecBuilder runbook(String text) {
    this.runbook = Objects.requireNonNull(text, "text");
    return this;
  }

  /**
   * Says what may trigger the rule without being an attack.
   *
   * @param texts a sentence each
   * @return this
   */
  public RuleSpecBuilder falsePositives(String... texts) {
    this.falsePositives = List.of(texts);
    return this;
  }

  /**
   * Sets what every record must meet before the rule's code is asked, in place of what was set
   * before: join conditions by {@link Condition#and}.
   *
   * @param condition the condition; default {@link Condition#always()}
   * @return this
   */
  public RuleSpecBuilder where(Condition condition) {
    this.condition = Objects.requireNonNull(condition, "condition");
    return this;
  }

  /**
   * Sets the matchers that must hold, in place of those set before.
   *
   * @param matchers the matchers, asked in this order
   * @return this
   */
  public RuleSpecBuilder matchers(Matcher... matchers) {
    this.matchers = List.of(matchers);
    return this;
  }

  /**
   * Demands keys under a top-level key; null counts as there.
   *
   * @param key the top-level key, which must hold a map
   * @param subKeys the keys that the map must have
   * @return this
   */
  public RuleSpecBuilder requireSubKeys(String key, String... subKeys) {
    Map<String, Set<String>> more = new LinkedHashMap<>(requiredSubKeys);
    more.put(Objects.requireNonNull(key, "key"), Set.of(subKeys));
    this.requiredSubKeys = Collections.unmodifiableMap(more);
    return this;
  }

  /**
   * Sets the outputs of every alert.
   *
   * @param outputs names such as {@code slack:security}
   * @return this
   * @throws IllegalArgumentException if one is not of the form SERVICE:DESCRIPTOR
   */
  public RuleSpecBuilder outputs(String... outputs) {
    Set<OutputId> all = new LinkedHashSet<>();
    Stream.of(outputs).map(OutputId::parse).forEach(all::add);
    this.outputs = Collections.unmodifiableSet(all);
    return this;
  }

  /**
   * Adds outputs that depend on the record.
   *
   * @param function names them
   * @return this
   */
  public RuleSpecBuilder dynamicOutputs(DynamicOutputs function) {
    this.dynamicOutputs =
        Stream.concat(dynamicOutputs.stream(), Stream.of(function)).toList();
    return this;
  }

  /**
   * Sets the publishers for all outputs.
   *
   * @param names registered names, applied in this order
   * @return this
   */
  public RuleSpecBuilder publishers(String... names) {
    return addPublishers(ALL_OUTPUTS, names);
  }

  /**
   * Sets the publishers for the outputs of a service, or for one output.
   *
   * @param serviceOrOutput {@code slack} or {@code slack:security}
   * @param names registered names, applied in this order
   * @return this
   */
  public RuleSpecBuilder publishersFor(String serviceOrOutput, String... names) {
    if (serviceOrOutput.isEmpty()) {
      throw new IllegalArgumentException("Name a service or an output");
    }
    return addPublishers(serviceOrOutput, names);
  }

  private RuleSpecBuilder addPublishers(String key, String... names) {
    Map<String, List<String>> more = new LinkedHashMap<>(publishers);
    more.put(key, List.of(names));
    this.publishers = Collections.unmodifiableMap(more);
    return this;
  }

  /**
   * Sets a value that every alert's context starts with.
   *
   * @param key its key, often the name of a service
   * @param value any JSON value, as {@link FieldValue#of(Object)} takes it
   * @return this
   * @throws IllegalArgumentException if the value is no JSON value
   */
  public RuleSpecBuilder context(String key, Object value) {
    Map<String, FieldValue> more = new LinkedHashMap<>(context);
    more.put(Objects.requireNonNull(key, "key"), FieldValue.of(value));
    this.context = Collections.unmodifiableMap(more);
    return this;
  }

  /**
   * Sets which alerts are sent as one.
   *
   * @param policy the policy; default {@link MergePolicy#none()}
   * @return this
   * @throws IllegalArgumentException if the policy has a window but no keys, and so would never
   *     merge anything
   */
  public RuleSpecBuilder merge(MergePolicy policy) {
    if (!policy.isEnabled() && !policy.window().isZero()) {
      throw new IllegalArgumentException("The merge policy needs keys: complete it with by(...)");
    }
    this.mergePolicy = policy;
    return this;
  }

  /**
   * Switches the rule off.
   *
   * @return this
   */
  public RuleSpecBuilder disabled() {
    this.disabled = true;
    return this;
  }

  /**
   * Makes the spec.
   *
   * @return the spec
   * @throws IllegalStateException if the rule names neither log types nor normalised types
   */
  public RuleSpec build() {
    if (logs.isEmpty() && dataTypes.isEmpty()) {
      throw new IllegalStateException("The rule " + name
          + " looks at nothing: name its log types with logs(…), or dataTypes(…)");
    }
    return new RuleSpec(this);
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

  RuleSpecBuilder copy() {
    RuleSpecBuilder copy = new RuleSpecBuilder(name);
    copy.formerName = formerName;
    copy.description = description;
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
    copy.context = context;
    copy.mergePolicy = mergePolicy;
    copy.disabled = disabled;
    copy.publishers = publishers;
    return copy;
  }
}
