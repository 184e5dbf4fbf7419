package io.streamalert.rule;

import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects what a {@link RuleSpec} declares. Not thread-safe. */
public final class RuleSpecBuilder {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
  private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");

  private final RuleParts parts;

  RuleSpecBuilder(String name) {
    this.parts = new RuleParts(checkedName(name));
  }

  private static String checkedName(String name) {
    if (!NAME.matcher(Objects.requireNonNull(name, "name")).matches()) {
      throw new IllegalArgumentException(
          "A rule's name has letters, digits, _, - and . only, but was \"" + name + "\"");
    }
    return name;
  }

  /**
   * Names what the rule was called before it was renamed, so that its staging and open merges carry
   * over. Ids do not: an alert of the new name has another id than one of the old name.
   *
   * @param formerName the former name, which no other rule may have
   * @return this
   * @throws IllegalArgumentException if it has other characters than a name may have, or is the name
   */
  public RuleSpecBuilder formerly(String formerName) {
    if (checkedName(formerName).equals(parts.name)) {
      throw new IllegalArgumentException(
          "The rule " + parts.name + " cannot have had its own name before: leave out formerly(…)");
    }
    parts.formerName = formerName;
    return this;
  }

  /**
   * Says what the rule is about.
   *
   * @param description a sentence; default empty
   * @return this
   */
  public RuleSpecBuilder description(String description) {
    parts.description = Objects.requireNonNull(description, "description");
    return this;
  }

  /**
   * Sets the title of every alert; {@link Rule#describe} can give one for each record instead.
   *
   * @param title what happened, in one line; default the description
   * @return this
   */
  public RuleSpecBuilder title(String title) {
    parts.title = Objects.requireNonNull(title, "title");
    return this;
  }

  /**
   * Names the log types to look at.
   *
   * @param types names such as {@code cloudtrail:events}; default all, and then {@link #dataTypes} is
   *     needed
   * @return this
   * @throws IllegalArgumentException if a name is empty
   */
  public RuleSpecBuilder logs(String... types) {
    Set<LogType> all = new LinkedHashSet<>();
    Stream.of(types).map(LogType::of).forEach(all::add);
    parts.logs = Collections.unmodifiableSet(all);
    return this;
  }

  /**
   * Names normalised types of which a record must have at least one value, also where {@link #logs}
   * are given.
   *
   * @param types names such as {@code ip_address}
   * @return this
   */
  public RuleSpecBuilder dataTypes(String... types) {
    parts.dataTypes = inOrder(types);
    return this;
  }

  /**
   * Says how bad it is if an alert is true.
   *
   * @param severity the severity; default {@link Severity#MEDIUM}
   * @return this
   */
  public RuleSpecBuilder severity(Severity severity) {
    parts.severity = Objects.requireNonNull(severity, "severity");
    return this;
  }

  /**
   * Names the MITRE ATT&amp;CK techniques that the rule detects.
   *
   * @param techniques ids such as {@code T1078} or {@code T1078.004}
   * @return this
   * @throws IllegalArgumentException if one is not of that form
   */
  public RuleSpecBuilder attack(String... techniques) {
    for (String technique : techniques) {
      if (!TECHNIQUE.matcher(technique).matches()) {
        throw new IllegalArgumentException("The rule " + parts.name + " names the technique \""
            + technique + "\": write T1234 or T1234.567");
      }
    }
    parts.attack = List.of(techniques);
    return this;
  }

  /**
   * Says where to read more.
   *
   * @param addresses the addresses
   * @return this
   */
  public RuleSpecBuilder references(String... addresses) {
    parts.references = List.of(addresses);
    return this;
  }

  /**
   * Says what to do when the rule triggers.
   *
   * @param text a sentence or more
   * @return this
   */
  public RuleSpecBuilder runbook(String text) {
    parts.runbook = Objects.requireNonNull(text, "text");
    return this;
  }

  /**
   * Says what may trigger the rule without being an attack.
   *
   * @param texts a sentence each
   * @return this
   */
  public RuleSpecBuilder falsePositives(String... texts) {
    parts.falsePositives = List.of(texts);
    return this;
  }

  /**
   * Sets what every record must meet, in place of what was set before: join conditions by {@link
   * Condition#and}. It stands behind {@link #requireSubKeys} and before {@link #matchers}, so that
   * matchers and code are asked for the records that it lets through, and no others.
   *
   * @param condition the condition; default {@link Condition#always()}
   * @return this
   */
  public RuleSpecBuilder where(Condition condition) {
    parts.condition = Objects.requireNonNull(condition, "condition");
    return this;
  }

  /**
   * Sets the matchers that must hold, in place of those set before.
   *
   * @param matchers the matchers, asked in this order up to the first that says no, where {@link
   *     #where} holds
   * @return this
   */
  public RuleSpecBuilder matchers(Matcher... matchers) {
    parts.matchers = List.of(matchers);
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
    parts.requiredSubKeys =
        RuleParts.with(parts.requiredSubKeys, Objects.requireNonNull(key, "key"), inOrder(subKeys));
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
    parts.outputs = Collections.unmodifiableSet(all);
    return this;
  }

  /**
   * Adds outputs that depend on the record.
   *
   * @param function names them
   * @return this
   */
  public RuleSpecBuilder dynamicOutputs(DynamicOutputs function) {
    parts.dynamicOutputs =
        Stream.concat(parts.dynamicOutputs.stream(), Stream.of(function)).toList();
    return this;
  }

  /**
   * Sets the publishers for all outputs.
   *
   * @param names registered names, applied in this order
   * @return this
   */
  public RuleSpecBuilder publishers(String... names) {
    parts.publishersForAll(List.of(names));
    return this;
  }

  /**
   * Sets the publishers for the outputs of a service, or for one output. An output has first those
   * for all outputs, then those for its service, then its own.
   *
   * @param serviceOrOutput {@code slack} or {@code slack:security}
   * @param names registered names, applied in this order
   * @return this
   * @throws IllegalArgumentException if the first is empty, or has a colon and is no output
   */
  public RuleSpecBuilder publishersFor(String serviceOrOutput, String... names) {
    if (serviceOrOutput.isEmpty()) {
      throw new IllegalArgumentException("Name a service or an output");
    }
    boolean output = serviceOrOutput.indexOf(':') >= 0;
    String key = output ? OutputId.parse(serviceOrOutput).toString() : serviceOrOutput;
    parts.publishersFor(key, List.of(names));
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
    parts.context =
        RuleParts.with(parts.context, Objects.requireNonNull(key, "key"), FieldValue.of(value));
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
    parts.mergePolicy = policy;
    return this;
  }

  /**
   * Switches the rule off.
   *
   * @return this
   */
  public RuleSpecBuilder disabled() {
    parts.disabled = true;
    return this;
  }

  /**
   * Makes the spec.
   *
   * @return the spec
   * @throws IllegalStateException if the rule names neither log types nor normalised types
   */
  public RuleSpec build() {
    if (parts.logs.isEmpty() && parts.dataTypes.isEmpty()) {
      throw new IllegalStateException("The rule " + parts.name
          + " looks at nothing: name its log types with logs(…), or dataTypes(…)");
    }
    return new RuleSpec(parts.copy());
  }

  private static Set<String> inOrder(String... names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
  }
}
