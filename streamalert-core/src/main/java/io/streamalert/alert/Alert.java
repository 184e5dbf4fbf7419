package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found in a record, complete in itself: it can be stored, merged and delivered without
 * the rule at hand. Immutable and thread-safe; it keeps only its own record in memory.
 */
public final class Alert {

  private final AlertId id;
  private final AlertBuilder parts;
  private final LogRecord record;
  private final Set<OutputId> outputs;
  // Worked out when the alert is first grouped; racing threads work out the same immutable value.
  private @Nullable MergeTraits mergeTraits;

  Alert(AlertBuilder parts) {
    this.parts = parts.copy();
    this.record = this.parts.record;
    this.id = parts.id == null ? AlertId.of(record.id(), parts.ruleName) : parts.id;
    this.outputs = Collections.unmodifiableSet(new TreeSet<>(parts.outputs));
  }

  /**
   * Starts an alert.
   *
   * @param ruleName the name of the rule that triggered
   * @param record the record on which it did
   * @param created when it did
   * @return a builder
   */
  public static AlertBuilder builder(String ruleName, LogRecord record, Instant created) {
    return new AlertBuilder(ruleName, record, created.truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * The alert's id.
   *
   * @return by default {@link AlertId#of} the record's id and the rule's name
   */
  public AlertId id() {
    return id;
  }

  /**
   * The rule that triggered.
   *
   * @return its name
   */
  public String ruleName() {
    return parts.ruleName;
  }

  /**
   * What the rule is about.
   *
   * @return the rule's description; may be empty
   */
  public String ruleDescription() {
    return parts.description;
  }

  /**
   * What happened, in one line.
   *
   * @return the rule's title for this record, or its description, or its name
   */
  public String title() {
    return parts.title.isEmpty() ? fallbackTitle() : parts.title;
  }

  private String fallbackTitle() {
    return parts.description.isEmpty() ? parts.ruleName : parts.description;
  }

  /**
   * How bad it is.
   *
   * @return the severity
   */
  public Severity severity() {
    return parts.severity;
  }

  /**
   * The MITRE ATT&amp;CK techniques that the rule detects.
   *
   * @return ids such as {@code T1078.004}; may be empty
   */
  public List<String> attack() {
    return parts.attack;
  }

  /**
   * What to do about it.
   *
   * @return the rule's runbook; may be empty
   */
  public String runbook() {
    return parts.runbook;
  }

  /**
   * Where to read more.
   *
   * @return the rule's references; may be empty
   */
  public List<String> references() {
    return parts.references;
  }

  /**
   * The record on which the rule triggered.
   *
   * @return the record, detached from its batch
   */
  public LogRecord record() {
    return record;
  }

  /**
   * When the rule triggered.
   *
   * @return the time, in whole microseconds
   */
  public Instant created() {
    return parts.created;
  }

  /**
   * The outputs that the alert is addressed to. With a merge policy it is sent to most of them only
   * when its window has closed.
   *
   * @return the outputs in order of their names; unmodifiable
   */
  public Set<OutputId> outputs() {
    return outputs;
  }

  /**
   * Which alerts this one is merged with.
   *
   * @return the policy
   */
  public MergePolicy mergePolicy() {
    return parts.mergePolicy;
  }

  /**
   * What the rule tells its publishers and outputs.
   *
   * @return values by service or name; unmodifiable
   */
  public Map<String, FieldValue> context() {
    return parts.context;
  }

  /**
   * The publishers that render the alert, by output.
   *
   * @return the registered names for each output that has any; unmodifiable
   */
  public Map<OutputId, List<String>> publishers() {
    return parts.publishers;
  }

  /**
   * Whether the rule was still staged, so that only the required outputs are addressed.
   *
   * @return true if it was
   */
  public boolean staged() {
    return parts.staged;
  }

  /**
   * This alert with another record, for a form of it that outputs are to see. Id and all else stay
   * the same.
   *
   * @param other the record
   * @return the new alert
   */
  public Alert withRecord(LogRecord other) {
    return new Alert(parts.copy(other).id(id).outputs(outputs));
  }

  /** What its merge keys find in the record, and how large that is. */
  MergeTraits mergeTraits() {
    MergeTraits known = mergeTraits;
    if (known == null) {
      known = MergeTraits.of(this);
      mergeTraits = known;
    }
    return known;
  }

  /**
   * The output form of StreamAlert 3.5, whose keys and their meaning never change, and our own keys
   * behind them: {@code severity}, {@code title}, {@code attack}, {@code record_id}, {@code
   * runbook}, {@code references}. Absent values are empty text or lists. {@code
   * docs/wire/alert.md} describes every key.
   *
   * @return the fields in their order; unmodifiable
   */
  public Map<String, FieldValue> toFields() {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("cluster", FieldValue.of(record.cluster().orElse("")));
    fields.put("context", FieldValue.of(context()));
    fields.put("created", FieldValue.of(Timestamps.text(created())));
    fields.put("id", FieldValue.of(id.toString()));
    fields.put("log_source", FieldValue.of(record.type().name()));
    fields.put("log_type", FieldValue.of(record.parser()));
    fields.put("outputs", FieldValue.of(outputs.stream().map(OutputId::toString).toList()));
    fields.put("publishers", FieldValue.of(publishersByText()));
    fields.put("record", record.content());
    fields.put("rule_description", FieldValue.of(ruleDescription()));
    fields.put("rule_name", FieldValue.of(ruleName()));
    fields.put("source_entity", FieldValue.of(record.source().resource()));
    fields.put("source_service", FieldValue.of(record.source().service()));
    fields.put("staged", FieldValue.of(staged()));
    addOwn(fields);
    return Collections.unmodifiableMap(fields);
  }

  private void addOwn(Map<String, FieldValue> fields) {
    fields.put("severity", FieldValue.of(severity().toString()));
    fields.put("title", FieldValue.of(title()));
    fields.put("attack", FieldValue.of(attack()));
    fields.put("record_id", FieldValue.of(record.id().toString()));
    fields.put("runbook", FieldValue.of(runbook()));
    fields.put("references", FieldValue.of(references()));
  }

  private Map<String, List<String>> publishersByText() {
    Map<String, List<String>> byText = new LinkedHashMap<>();
    publishers().forEach((output, names) -> byText.put(output.toString(), names));
    return byText;
  }

  /**
   * The output form as one line of JSON.
   *
   * @return JSON text without line breaks
   */
  public String toJson() {
    return FieldValue.of(toFields()).toJson();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Alert that && id.equals(that.id) && toFields().equals(that.toFields());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id);
  }

  /** {@return rule and id, never the record} */
  @Override
  public String toString() {
    return "Alert[" + ruleName() + " " + id + "]";
  }
}
