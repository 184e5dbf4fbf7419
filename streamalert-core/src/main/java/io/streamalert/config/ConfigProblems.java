package io.streamalert.config;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers problems and warnings, so that all are told at once. */
final class ConfigProblems {

  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();

  void add(Problem problem) {
    problems.add(problem);
  }

  /** Adds a problem unless one is known at that place: the first to see it has the better words. */
  void addUnlessKnown(Problem problem) {
    boolean known = problems.stream()
        .anyMatch(p -> p.file().equals(problem.file()) && p.pointer().equals(problem.pointer()));
    if (!known) {
      add(problem);
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Notes what is odd but does no harm. */
  void warn(Problem warning) {
    warnings.add(warning.toString());
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Throws what was gathered, file by file. */
  void throwIfAny() {
    ConfigException.throwIfAny(problems.stream()
        .sorted(Comparator.comparing(problem -> problem.file().orElse("")))
        .toList());
  }
}
