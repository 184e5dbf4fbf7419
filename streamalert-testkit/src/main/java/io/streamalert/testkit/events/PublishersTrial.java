package io.streamalert.testkit.events;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;
import io.streamalert.publish.Publication;
import io.streamalert.publish.Publishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Publishes the alerts of an event to all of their outputs, and compares.
 *
 * @param event the event
 * @param publishers the publishers that rules may name
 */
record PublishersTrial(TestEvent event, Publishers publishers) {

  List<String> reasons(List<Alert> alerts) {
    List<String> reasons = new ArrayList<>();
    for (Alert alert : alerts) {
      for (OutputId output : alert.outputs()) {
        reasons.addAll(reasons(alert, output));
      }
    }
    Set<OutputId> addressed = new TreeSet<>();
    alerts.forEach(alert -> addressed.addAll(alert.outputs()));
    for (OutputId output : event.publisherTests().keySet()) {
      if (!addressed.contains(output)) {
        reasons.add(event
            .problemAt("publisher_tests", "no alert goes to " + output)
            .mendedBy(addressed.isEmpty() ? "No rule triggered." : "They go to " + addressed + ".")
            .toString());
      }
    }
    return reasons;
  }

  private List<String> reasons(Alert alert, OutputId output) {
    try {
      Publication publication = publishers.publish(alert, output);
      return event.publisherTests().getOrDefault(output, List.of()).stream()
          .map(test -> test.mismatch(publication))
          .flatMap(Optional::stream)
          .map(mismatch -> "the publication of " + alert.ruleName() + " for " + output
              + " is not as expected by " + mismatch)
          .toList();
    } catch (RuntimeException e) {
      // Without its message, which may hold values of the record.
      return List.of("the publishers of " + alert.ruleName() + " for " + output + " broke with "
          + e.getClass().getName());
    }
  }

  /** What rules name and is not there; those publishers were passed over. */
  List<String> warnings(List<Alert> alerts) {
    Set<String> warnings = new TreeSet<>();
    for (Alert alert : alerts) {
      for (String name : publishers.unknown(named(alert))) {
        warnings.add("the rule " + alert.ruleName() + " names the publisher \"" + name
            + "\", which is not there");
      }
    }
    return List.copyOf(warnings);
  }

  private static List<String> named(Alert alert) {
    return alert.publishers().values().stream().flatMap(List::stream).toList();
  }
}
