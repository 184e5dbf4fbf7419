package io.streamalert.testkit;

import io.streamalert.alert.Alert;
import io.streamalert.alert.Severity;
import io.streamalert.record.FieldValue;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** What a test can say of one alert. */
public final class AlertAssert extends AbstractAssert<AlertAssert, Alert> {

  AlertAssert(Alert actual) {
    super(actual, AlertAssert.class);
  }

  /**
   * The alert is addressed to exactly these outputs.
   *
   * @param outputs the outputs, such as {@code slack:security}
   * @return this
   */
  public AlertAssert isAddressedTo(String... outputs) {
    isNotNull();
    Set<String> expected = new TreeSet<>(Arrays.asList(outputs));
    Set<String> found = actual.outputs().stream()
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
    return same("outputs", expected, found);
  }

  /**
   * The alert has this title.
   *
   * @param title the title
   * @return this
   */
  public AlertAssert hasTitle(String title) {
    isNotNull();
    return same("title", title, actual.title());
  }

  /**
   * The alert has this severity.
   *
   * @param severity the severity
   * @return this
   */
  public AlertAssert hasSeverity(Severity severity) {
    isNotNull();
    return same("severity", severity, actual.severity());
  }

  /**
   * The alert's context has this value.
   *
   * @param key its key
   * @param value any JSON value
   * @return this
   * @throws IllegalArgumentException if the value is no JSON value
   */
  public AlertAssert hasContext(String key, Object value) {
    isNotNull();
    FieldValue found = actual.context().getOrDefault(key, FieldValue.missing());
    if (!found.exists()) {
      throw failure(
          "Expected the context of the alert of %s to have %s, but it has only %s",
          actual.ruleName(), key, actual.context().keySet());
    }
    if (!found.equals(FieldValue.of(value))) {
      throw different("context " + key, FieldValue.of(value).toJson(), found.toJson());
    }
    return this;
  }

  /**
   * The rule was staged, so the alert goes to the required outputs only.
   *
   * @return this
   */
  public AlertAssert isStaged() {
    isNotNull();
    return same("staged", true, actual.staged());
  }

  private AlertAssert same(String what, Object expected, Object found) {
    if (!Objects.equals(expected, found)) {
      throw different(what, expected, found);
    }
    return this;
  }

  private AssertionError different(String what, Object expected, Object found) {
    return failureWithActualExpected(
        found,
        expected,
        "Expected the alert of %s to have the %s%n  %s%nbut it has%n  %s",
        actual.ruleName(),
        what,
        expected,
        found);
  }
}
