package io.streamalert.alert;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an {@link Alert}. Not thread-safe. */
public final class AlertBuilder {

  final String ruleName;
  final LogRecord record;
  final Instant created;

  @Nullable
  AlertId id;

  String description = "";
  String title = "";
  Severity severity = Severity.MEDIUM;
  List<String> attack = List.of();
  String runbook = "";
  List<String> references = List.of();
  Set<OutputId> outputs = Set.of();
  MergePolicy mergePolicy = MergePolicy.none();
  Map<String, FieldValue> context = Map.of();
  Map<OutputId, List<String>> publishers = Map.of();
  boolean staged;

  AlertBuilder(String ruleName, LogRecord record, Instant created) {
    this.ruleName = Objects.requireNonNull(ruleName, "ruleName");
    this.record = Objects.requireNonNull(record, "record");
    this.created = Objects.requireNonNull(created, "created");
  }

  /**
   * Sets the id, for alerts that were merged or read from a store.
   *
   * @param id the id; default the one that follows from record and rule
   * @return this
   */
  public AlertBuilder id(AlertId id) {
    this.id = Objects.requireNonNull(id, "id");
    return this;
  }

  /**
   * Sets what the rule is about.
   *
   * @param description the text; default empty
   * @return this
   */
  public AlertBuilder description(String description) {
    this.description = Objects.requireNonNull(description, "description");
    return this;
  }

  /**
   * Sets what happened, in one line.
   *
   * @param title the text; default empty, which gives the description
   * @return this
   */
  public AlertBuilder title(String title) {
    this.title = Objects.requireNonNull(title, "title");
    return this;
  }

  /**
   * Sets how bad it is.
   *
   * @param severity the severity; default {@link Severity#MEDIUM}
   * @return this
   */
  public AlertBuilder severity(Severity severity) {
    this.severity = Objects.requireNonNull(severity, "severity");
    return this;
  }

  /**
   * Sets the MITRE ATT&amp;CK techniques.
   *
   * @param techniques ids such as {@code T1078.004}
   * @return this
   */
  public AlertBuilder attack(List<String> techniques) {
    this.attack = List.copyOf(techniques);
    return this;
  }

  /**
   * Sets what to do about the alert.
   *
   * @param text the text; default empty
   * @return this
   */
  public AlertBuilder runbook(String text) {
    this.runbook = Objects.requireNonNull(text, "text");
    return this;
  }

  /**
   * Sets where to read more.
   *
   * @param addresses the addresses; default none
   * @return this
   */
  public AlertBuilder references(List<String> addresses) {
    this.references = List.copyOf(addresses);
    return this;
  }

  /**
   * Sets the outputs.
   *
   * @param outputs the outputs; default none
   * @return this
   */
  public AlertBuilder outputs(Collection<OutputId> outputs) {
    this.outputs = Set.copyOf(outputs);
    return this;
  }

  /**
   * Sets which alerts this one is merged with.
   *
   * @param policy the policy; default none
   * @return this
   */
  public AlertBuilder mergePolicy(MergePolicy policy) {
    this.mergePolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Sets what publishers and outputs are told.
   *
   * @param context values by service or name; default empty
   * @return this
   */
  public AlertBuilder context(Map<String, FieldValue> context) {
    Map<String, FieldValue> copy = new LinkedHashMap<>();
    context.forEach((key, value) -> copy.put(key, value.detached()));
    this.context = Collections.unmodifiableMap(copy);
    return this;
  }

  /**
   * Sets the publishers.
   *
   * @param publishers registered names by output; default none
   * @return this
   */
  public AlertBuilder publishers(Map<OutputId, List<String>> publishers) {
    Map<OutputId, List<String>> copy = new TreeMap<>();
    publishers.forEach((output, names) -> copy.put(output, List.copyOf(names)));
    this.publishers = Collections.unmodifiableMap(copy);
    return this;
  }

  /**
   * Sets whether the rule was still staged.
   *
   * @param staged true if it was; default false
   * @return this
   */
  public AlertBuilder staged(boolean staged) {
    this.staged = staged;
    return this;
  }

  /**
   * Makes the alert.
   *
   * @return the alert
   */
  public Alert build() {
    return new Alert(this);
  }

  /** A copy of the settings without id and outputs, and without the batch that the record may hold. */
  AlertBuilder copy() {
    return copy(record);
  }

  /** A copy of the settings with another record. */
  AlertBuilder copy(LogRecord other) {
    AlertBuilder copy = new AlertBuilder(ruleName, other.detached(), created);
    copy.description = description;
    copy.title = title;
    copy.severity = severity;
    copy.attack = attack;
    copy.runbook = runbook;
    copy.references = references;
    copy.mergePolicy = mergePolicy;
    copy.context = context;
    copy.publishers = publishers;
    copy.staged = staged;
    return copy;
  }
}
