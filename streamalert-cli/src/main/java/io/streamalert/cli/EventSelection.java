package io.streamalert.cli;

import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.testkit.events.EventFile;
import io.streamalert.testkit.events.EventRunner;
import io.streamalert.testkit.events.TestEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The test files and events that options choose. */
final class EventSelection {

  private static final String EXTENSION = ".json";

  private final List<EventFile> files;
  private final Set<String> rules;

  /** Reads the files. */
  EventSelection(List<Path> folders, List<String> wanted, List<String> rules) {
    List<EventFile> all = new ArrayList<>();
    for (Path folder : new LinkedHashSet<>(folders)) {
      all.addAll(read(folder));
    }
    this.files = wanted.isEmpty() ? all : named(wanted, all);
    this.rules = new LinkedHashSet<>(rules);
    if (files.isEmpty()) {
      throw UserError.wrongUse("There is no test file, whose name ends in .json, in " + folders
          + ". Name a folder by -d.");
    }
  }

  private static List<EventFile> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw UserError.wrongUse(
          "There is no folder " + folder + ". Name a folder with test files by -d.");
    }
    try {
      return EventFile.in(folder);
    } catch (IOException e) {
      throw UserError.wrongUse(
          "The folder " + folder + " cannot be listed (" + e.getClass().getSimpleName() + ").");
    }
  }

  private static List<EventFile> named(List<String> wanted, List<EventFile> all) {
    for (String name : wanted) {
      if (all.stream().noneMatch(file -> isNamed(file, name))) {
        List<String> known = all.stream().map(EventSelection::baseName).toList();
        throw UserError.wrongUse(Problem.of("--test-files: there is no test file " + name)
            .choose(name, known)
            .toString());
      }
    }
    return all.stream()
        .filter(file -> wanted.stream().anyMatch(name -> isNamed(file, name)))
        .toList();
  }

  private static boolean isNamed(EventFile file, String name) {
    Path wanted = Path.of(name.endsWith(EXTENSION) ? name : name + EXTENSION);
    return file.path().endsWith(wanted)
        || file.path()
            .toAbsolutePath()
            .normalize()
            .equals(wanted.toAbsolutePath().normalize());
  }

  private static String baseName(EventFile file) {
    String name = String.valueOf(file.path().getFileName());
    return name.substring(0, name.length() - EXTENSION.length());
  }

  /** Refuses rules that there are not, and a choice of no event at all. */
  void check(EventRunner runner) {
    for (String rule : rules) {
      if (!runner.rules().contains(rule)) {
        throw UserError.wrongUse(Problem.of("--test-rules: there is no rule " + rule)
            .choose(rule, runner.rules())
            .toString());
      }
    }
    if (!rules.isEmpty() && events().isEmpty()) {
      throw UserError.wrongUse("--test-rules: no test event expects " + String.join(" or ", rules)
          + " to trigger. Add one, or name other rules.");
    }
  }

  /** Of these rules the chosen ones: all without a choice. */
  List<String> chosenRules(Set<String> all) {
    return all.stream().filter(rule -> rules.isEmpty() || rules.contains(rule)).toList();
  }

  List<EventFile> files() {
    return files;
  }

  List<TestEvent> events() {
    return files.stream().flatMap(file -> events(file).stream()).toList();
  }

  List<TestEvent> events(EventFile file) {
    return file.events().stream()
        .filter(event -> rules.isEmpty() || event.triggerRules().stream().anyMatch(rules::contains))
        .toList();
  }
}
