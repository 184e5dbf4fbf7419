package io.streamalert.testkit.events;

import io.streamalert.StreamAlert;
import io.streamalert.classify.Classification;
import io.streamalert.classify.SchemaTrial;
import io.streamalert.record.LogType;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a log is not of the type that was expected.
 *
 * @param streamAlert what classified it
 * @param outcome the outcome
 * @param expected the type that was expected
 */
record WrongType(StreamAlert streamAlert, Classification outcome, LogType expected) {

  String reason(Set<LogType> found) {
    String what = found.isEmpty()
        ? "the log is of no type"
        : found.stream()
            .map(LogType::name)
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.joining(" and ", "the log is of the type ", ""));
    return what + ", not of " + expected + ": " + why();
  }

  private String why() {
    Optional<SchemaTrial> trial = streamAlert.explain(outcome.log()).stream()
        .filter(tried -> tried.type().equals(expected))
        .findFirst();
    if (trial.isEmpty()) {
      return "the source " + outcome.log().source() + " may not hold " + expected
          + " by its cluster's data_sources";
    }
    return trial.get().matches()
        ? "it fits that one too, but comes after in the order of schemas"
        : trial.get().reason();
  }
}
