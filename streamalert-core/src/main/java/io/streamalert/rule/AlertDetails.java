package io.streamalert.rule;

import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one alert, beyond what its spec says of all. Immutable:
 *
 * <pre>{@code
 * return AlertDetails.titled("Root signed in from " + record.at("sourceIPAddress").asText());
 * }</pre>
 */
public final class AlertDetails {

  private static final AlertDetails NONE = new AlertDetails("", null, Map.of());

  private final String title;
  private final @Nullable Severity severity;
  private final Map<String, FieldValue> context;

  private AlertDetails(String title, @Nullable Severity severity, Map<String, FieldValue> context) {
    this.title = title;
    this.severity = severity;
    this.context = context;
  }

  /**
   * Nothing in particular.
   *
   * @return the details
   */
  public static AlertDetails none() {
    return NONE;
  }

  /**
   * A title.
   *
   * @param title what happened, in one line
   * @return the details
   */
  public static AlertDetails titled(String title) {
    return new AlertDetails(Objects.requireNonNull(title, "title"), null, Map.of());
  }

  /**
   * These details with another severity than the spec's.
   *
   * @param severity the severity
   * @return the details
   */
  public AlertDetails withSeverity(Severity severity) {
    return new AlertDetails(title, Objects.requireNonNull(severity, "severity"), context);
  }

  /**
   * These details with one more value in the alert's context.
   *
   * @param key its key
   * @param value any JSON value, as {@link FieldValue#of(Object)} takes it
   * @return the details
   * @throws IllegalArgumentException if the value is no JSON value
   */
  public AlertDetails with(String key, Object value) {
    Map<String, FieldValue> more = new LinkedHashMap<>(context);
    more.put(Objects.requireNonNull(key, "key"), FieldValue.of(value));
    return new AlertDetails(title, severity, Collections.unmodifiableMap(more));
  }

  /**
   * The title.
   *
   * @return the title; may be empty
   */
  public String title() {
    return title;
  }

  /**
   * The severity.
   *
   * @return the severity, or empty for the spec's
   */
  public Optional<Severity> severity() {
    return Optional.ofNullable(severity);
  }

  /**
   * What is added to the alert's context.
   *
   * @return values by key; unmodifiable
   */
  public Map<String, FieldValue> context() {
    return context;
  }

  /** {@return the severity and the keys of the context; the title may hold values of the record} */
  @Override
  public String toString() {
    return "AlertDetails[" + severity().map(Severity::toString).orElse("severity of the spec")
        + ", context=" + context.keySet() + "]";
  }
}
