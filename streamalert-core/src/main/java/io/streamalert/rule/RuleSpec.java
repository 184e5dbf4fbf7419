package io.streamalert.rule;

import io.streamalert.alert.MergePolicy;
import io.streamalert.alert.OutputId;
import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule declares: the log types and condition it looks at, what its alerts say, and where they
 * go. Made by {@link #named(String)}; immutable and thread-safe.
 */
public final class RuleSpec {

  private final RuleParts parts;

  /** Takes over the parts. */
  RuleSpec(RuleParts parts) {
    this.parts = parts;
  }

  /**
   * Starts a spec.
   *
   * @param name the rule's name, unique among all rules; letters, digits, {@code _}, {@code -} and
   *     {@code .}
   * @return a builder
   * @throws IllegalArgumentException if the name has other characters or none
   */
  public static RuleSpecBuilder named(String name) {
    return new RuleSpecBuilder(name);
  }

  /**
   * The rule's name.
   *
   * @return the name
   */
  public String name() {
    return parts.name;
  }

  /**
   * A name that the rule had before, so that staging and open merges carry over.
   *
   * @return the former name, or empty
   */
  public Optional<String> formerName() {
    return parts.formerName.isEmpty() ? Optional.empty() : Optional.of(parts.formerName);
  }

  /**
   * What the rule is about.
   *
   * @return the description; may be empty
   */
  public String description() {
    return parts.description;
  }

  /**
   * The title of alerts for which the rule gives none.
   *
   * @return the title; empty for the description
   */
  public String title() {
    return parts.title;
  }

  /**
   * The log types that the rule looks at.
   *
   * @return the types; empty means all, restricted by {@link #dataTypes()}
   */
  public Set<LogType> logs() {
    return parts.logs;
  }

  /**
   * The normalised types of which a record must have at least one value.
   *
   * @return the types; empty means no such demand
   */
  public Set<String> dataTypes() {
    return parts.dataTypes;
  }

  /**
   * How bad it is if an alert is true.
   *
   * @return the severity
   */
  public Severity severity() {
    return parts.severity;
  }

  /**
   * The MITRE ATT&amp;CK techniques that the rule detects.
   *
   * @return ids such as {@code T1078.004}
   */
  public List<String> attack() {
    return parts.attack;
  }

  /**
   * Where to read more.
   *
   * @return addresses
   */
  public List<String> references() {
    return parts.references;
  }

  /**
   * What to do when the rule triggers.
   *
   * @return the text; may be empty
   */
  public String runbook() {
    return parts.runbook;
  }

  /**
   * What may trigger the rule without being an attack.
   *
   * @return one text each
   */
  public List<String> falsePositives() {
    return parts.falsePositives;
  }

  /**
   * What every record must meet before matchers and code are asked.
   *
   * @return the condition
   */
  public Condition condition() {
    return parts.condition;
  }

  /**
   * The matchers that must hold, in their order.
   *
   * @return the matchers
   */
  public List<Matcher> matchers() {
    return parts.matchers;
  }

  /**
   * The keys that must be there under a top-level key, be it with null.
   *
   * @return keys by top-level key
   */
  public Map<String, Set<String>> requiredSubKeys() {
    return parts.requiredSubKeys;
  }

  /**
   * The outputs of every alert.
   *
   * @return the outputs, without the required ones of the settings
   */
  public Set<OutputId> outputs() {
    return parts.outputs;
  }

  /**
   * The outputs that depend on the record.
   *
   * @return the functions
   */
  public List<DynamicOutputs> dynamicOutputs() {
    return parts.dynamicOutputs;
  }

  /**
   * The publishers of an output's alerts: first those for all outputs, then those for its service,
   * then its own.
   *
   * @param output the output
   * @return registered names; empty for the standard form
   */
  public List<String> publishersOf(OutputId output) {
    return parts.publishersOf(output);
  }

  /**
   * All publishers that the rule names.
   *
   * @return registered names
   */
  public Set<String> publishers() {
    return parts.allPublishers();
  }

  /**
   * What every alert's context starts with.
   *
   * @return values by key
   */
  public Map<String, FieldValue> context() {
    return parts.context;
  }

  /**
   * Which alerts are sent as one.
   *
   * @return the policy
   */
  public MergePolicy mergePolicy() {
    return parts.mergePolicy;
  }

  /**
   * Whether the rule is switched off: its name is taken, but it never runs.
   *
   * @return true if it is
   */
  public boolean isDisabled() {
    return parts.disabled;
  }

  /**
   * Whether two specs declare the same. Matchers and dynamic outputs made of code are the same only
   * if they are equal as objects.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RuleSpec that && parts.all().equals(that.parts.all());
  }

  @Override
  public int hashCode() {
    return parts.all().hashCode();
  }

  /** {@return the name} */
  @Override
  public String toString() {
    return "RuleSpec[" + name() + "]";
  }
}
