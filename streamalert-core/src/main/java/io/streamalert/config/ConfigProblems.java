package io.streamalert.config;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.List;

/** Gathers problems, so that all are told at once. */
final class ConfigProblems {

  private final List<Problem> problems = new ArrayList<>();

  void add(Problem problem) {
    problems.add(problem);
  }

  void throwIfAny() {
    ConfigException.throwIfAny(problems);
  }
}
