package io.streamalert.config;

import io.streamalert.classify.LogSchema;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Collection;
import java.util.TreeSet;

/** The names by which the log types of a configuration can be meant. */
final class LogTypes {

  private final TreeSet<String> names = new TreeSet<>();

  LogTypes(Collection<LogSchema> schemas) {
    schemas.forEach(schema -> {
      names.add(schema.type().family());
      names.add(schema.type().name());
    });
  }

  /** Warns of a name, a family or a whole one, that no schema declares. */
  void check(String name, String file, String pointer, ConfigProblems problems) {
    if (!names.contains(name)) {
      problems.warn(Problem.at(file, pointer, "No schema declares the log type \"" + name + "\"")
          .choose(name, names));
    }
  }
}
