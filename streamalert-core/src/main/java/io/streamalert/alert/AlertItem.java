package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The stored form of an alert in StreamAlert 3.5: the item of its alerts table, and what its merger
 * hands to its processor. {@code docs/wire/stored-alert.md} describes every key. Immutable and safe
 * for use by many threads.
 */
public final class AlertItem {

  private final Alert alert;
  private final int attempts;
  private final Instant dispatched;
  private final Set<OutputId> outputsSent;

  private AlertItem(
      Alert alert, int attempts, Instant dispatched, Collection<OutputId> outputsSent) {
    if (attempts < 0) {
      throw new IllegalArgumentException("The attempts must not be negative: " + attempts);
    }
    this.alert = Objects.requireNonNull(alert, "alert");
    this.attempts = attempts;
    this.dispatched = Objects.requireNonNull(dispatched, "dispatched");
    this.outputsSent = Collections.unmodifiableSet(new TreeSet<>(outputsSent));
  }

  /**
   * The item of an alert that was never dispatched.
   *
   * @param alert the alert
   * @return the item
   */
  public static AlertItem of(Alert alert) {
    return of(alert, 0, Instant.EPOCH, Set.of());
  }

  /**
   * The item of an alert.
   *
   * @param alert the alert
   * @param attempts how often it was dispatched; not negative
   * @param dispatched when it was last; {@link Instant#EPOCH} for never
   * @param outputsSent the outputs that have it
   * @return the item
   * @throws IllegalArgumentException if the attempts are negative
   */
  public static AlertItem of(
      Alert alert, int attempts, Instant dispatched, Collection<OutputId> outputsSent) {
    return new AlertItem(alert, attempts, dispatched, outputsSent);
  }

  /**
   * Reads an item, also one that StreamAlert 3.5 wrote. Only {@code RuleName}, {@code AlertID},
   * {@code Created}, {@code Outputs} and {@code Record} have to be there.
   *
   * @param json the item as JSON, sets as lists
   * @return the item
   * @throws IllegalArgumentException if the text is not such an item; the message names the key and
   *     what is wrong with it, and holds no value of the record
   */
  public static AlertItem read(String json) {
    return new AlertItemReader(FieldValue.parse(json)).item();
  }

  /** {@return the alert} */
  public Alert alert() {
    return alert;
  }

  /** {@return how often it was dispatched} */
  public int attempts() {
    return attempts;
  }

  /** {@return when it was last dispatched; {@link Instant#EPOCH} for never} */
  public Instant dispatched() {
    return dispatched;
  }

  /** {@return the outputs that have it, in order of their names; unmodifiable} */
  public Set<OutputId> outputsSent() {
    return outputsSent;
  }

  /**
   * The item as fields, sets as lists.
   *
   * @return the fields in their order; without {@code OutputsSent} where it is empty, as a set in
   *     that table cannot be; unmodifiable
   */
  public Map<String, FieldValue> toFields() {
    Map<String, FieldValue> fields = new LinkedHashMap<>();
    fields.put("RuleName", FieldValue.of(alert.ruleName()));
    fields.put("AlertID", FieldValue.of(alert.id().toString()));
    fields.put("Attempts", FieldValue.of(attempts));
    fields.put("Cluster", FieldValue.of(alert.record().cluster().orElse(null)));
    fields.put("Context", FieldValue.of(alert.context()));
    fields.put("Created", FieldValue.of(Timestamps.text(alert.created())));
    fields.put("Dispatched", FieldValue.of(Timestamps.text(dispatched)));
    fields.put("LogSource", FieldValue.of(alert.record().type().name()));
    fields.put("LogType", FieldValue.of(alert.record().parser()));
    addDelivery(fields);
    fields.put("Record", FieldValue.of(alert.record().toJson()));
    fields.put("RuleDescription", FieldValue.of(alert.ruleDescription()));
    fields.put("SourceEntity", FieldValue.of(alert.record().source().resource()));
    fields.put("SourceService", FieldValue.of(alert.record().source().service()));
    fields.put("Staged", FieldValue.of(alert.staged()));
    addOwn(fields);
    return Collections.unmodifiableMap(fields);
  }

  private void addDelivery(Map<String, FieldValue> fields) {
    MergePolicy policy = alert.mergePolicy();
    fields.put("MergeByKeys", FieldValue.of(policy.keys()));
    fields.put("MergeWindowMins", FieldValue.of(policy.window().toMinutes()));
    fields.put("Outputs", texts(alert.outputs()));
    if (!outputsSent.isEmpty()) {
      fields.put("OutputsSent", texts(outputsSent));
    }
    Map<String, List<String>> publishers = new LinkedHashMap<>();
    alert.publishers().forEach((output, names) -> publishers.put(output.toString(), names));
    fields.put("Publishers", FieldValue.of(publishers.isEmpty() ? null : publishers));
  }

  private void addOwn(Map<String, FieldValue> fields) {
    fields.put("Severity", FieldValue.of(alert.severity().toString()));
    fields.put("Title", FieldValue.of(alert.title()));
    fields.put("Attack", FieldValue.of(alert.attack()));
    fields.put("RecordID", FieldValue.of(alert.record().id().toString()));
    fields.put("Runbook", FieldValue.of(alert.runbook()));
    fields.put("References", FieldValue.of(alert.references()));
  }

  private static FieldValue texts(Set<OutputId> outputs) {
    return FieldValue.of(outputs.stream().map(OutputId::toString).toList());
  }

  /** {@return the item as one line of JSON} */
  public String toJson() {
    return FieldValue.map(toFields()).toJson();
  }

  /** {@return rule and id, never the record} */
  @Override
  public String toString() {
    return "AlertItem[" + alert.ruleName() + " " + alert.id() + "]";
  }
}
