package io.streamalert.config;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers problems and warnings, so that all are told at once. */
final class ConfigProblems {

  private final boolean strict;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<String> places = new HashSet<>();

  private ConfigProblems(boolean strict) {
    this.strict = strict;
  }

  /** For files that StreamAlert might have written: what it takes is no problem. */
  static ConfigProblems lenient() {
    return new ConfigProblems(false);
  }

  /** For files that come with code: warnings are problems. */
  static ConfigProblems strict() {
    return new ConfigProblems(true);
  }

  void add(Problem problem) {
    problems.add(problem);
    places.add(place(problem));
  }

  /** Adds a problem unless one was told of that place: the first to see it has the better words. */
  void addUnlessTold(Problem problem) {
    if (!places.contains(place(problem))) {
      add(problem);
    }
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** Notes what is odd but does no harm. */
  void warn(Problem warning) {
    if (strict) {
      add(warning);
    } else {
      warnings.add(warning.toString());
      places.add(place(warning));
    }
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

  private static String place(Problem problem) {
    return problem.file().orElse("") + "#" + problem.pointer();
  }
}
