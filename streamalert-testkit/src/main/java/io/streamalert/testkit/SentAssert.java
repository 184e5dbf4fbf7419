package io.streamalert.testkit;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** What a test can say of what was {@link Sent}. Attempts that outputs refused do not count. */
public final class SentAssert extends AbstractAssert<SentAssert, Sent> {

  private static final String COUNT_KEY = "AlertCount";

  SentAssert(Sent actual) {
    super(actual, SentAssert.class);
  }

  /**
   * All that was sent is one alert that stands for so many. The merged ones count as asserted.
   *
   * @param parts how many alerts were merged, from 2
   * @return this
   */
  public SentAssert isOneAlertMergedFrom(int parts) {
    List<Alert> alerts = delivered();
    if (alerts.size() != 1) {
      throw failure("Expected one merged alert, but %s were sent: %s", alerts.size(), rules());
    }
    Alert merged = alerts.get(0);
    if (!merged.record().at(COUNT_KEY).exists()) {
      throw failure(
          "Expected a merged alert, but the alert of %s is a single one", merged.ruleName());
    }
    if (!merged.record().at(COUNT_KEY).is(parts)) {
      throw failure(
          "Expected %s alerts to be merged, but there were %s. Alerts of one rule are merged if they"
              + " have the same values of the merge keys and come within the window",
          parts, merged.record().at(COUNT_KEY).toJson());
    }
    return asserted();
  }

  /**
   * Exactly these outputs took something.
   *
   * @param outputs the outputs, such as {@code slack:security}
   * @return this
   */
  public SentAssert isSentTo(String... outputs) {
    isNotNull();
    Set<String> expected = new TreeSet<>(Arrays.asList(outputs));
    Set<String> took = actual.attempts().stream()
        .filter(Attempt::isDelivered)
        .map(attempt -> attempt.output().toString())
        .collect(Collectors.toCollection(TreeSet::new));
    if (!took.equals(expected)) {
      throw failure(
          "Expected something to be sent to %s, but it was to %s%s", expected, took, why());
    }
    return asserted();
  }

  private String why() {
    String refused = actual.attempts().stream()
        .filter(attempt -> !attempt.isDelivered())
        .map(attempt -> "\n  " + attempt)
        .collect(Collectors.joining());
    return refused.isEmpty()
        ? ". An alert that is to be merged is sent when its window is over: advance the clock"
        : ". Not delivered:" + refused;
  }

  /**
   * Nothing was sent.
   *
   * @return this
   */
  public SentAssert isNothing() {
    isNotNull();
    if (!delivered().isEmpty()) {
      throw failure("Expected nothing to be sent, but there were alerts of %s", rules());
    }
    return this;
  }

  /**
   * Goes on with the only publication that an output took.
   *
   * @param output the output
   * @return the words for the publication
   */
  public PublicationAssert publication(String output) {
    isNotNull();
    OutputId id = OutputId.parse(output);
    List<Attempt> took = actual.attempts().stream()
        .filter(attempt -> attempt.isDelivered() && attempt.output().equals(id))
        .toList();
    if (took.size() != 1) {
      throw failure(
          "Expected one publication to %s, but there are %s%s", output, took.size(), why());
    }
    return new PublicationAssert(took.get(0).publication());
  }

  private List<Alert> delivered() {
    isNotNull();
    return actual.attempts().stream()
        .filter(Attempt::isDelivered)
        .map(Attempt::alert)
        .distinct()
        .toList();
  }

  private List<String> rules() {
    return delivered().stream().map(Alert::ruleName).toList();
  }

  private SentAssert asserted() {
    actual.unasserted().asserted(delivered());
    return this;
  }
}
