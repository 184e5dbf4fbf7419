package io.streamalert.cli;

import io.streamalert.rule.Rule;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the rules of {@code --rules}, and keeps their jars open while they run. */
final class RuleLoader implements AutoCloseable {

  private final List<URLClassLoader> jars = new ArrayList<>();

  /** The rules of a jar or of a folder of sources; what is wrong is added to the problems. */
  List<LoadedRule> load(Path path, List<Problem> problems) {
    List<Problem> own = new ArrayList<>();
    List<LoadedRule> rules = List.of();
    try {
      rules = read(path, own);
    } catch (IOException e) {
      own.add(Problem.in(path.toString(), "cannot be read: " + e.getMessage()));
    }
    if (rules.isEmpty() && own.isEmpty()) {
      own.add(Problem.in(path.toString(), "holds no rule")
          .mendedBy("Add a public class with a public constructor that implements "
              + Rule.class.getName() + "."));
    }
    problems.addAll(own);
    return rules;
  }

  private List<LoadedRule> read(Path path, List<Problem> problems) throws IOException {
    if (Files.isDirectory(path)) {
      return RuleFolder.load(path, problems);
    }
    if (!Files.isRegularFile(path) || !path.toString().endsWith(".jar")) {
      String what = Files.exists(path) ? "is neither a jar nor a folder" : "does not exist";
      problems.add(Problem.in(path.toString(), what)
          .mendedBy("Name a jar with rules, or a folder of Java sources, by --rules."));
      return List.of();
    }
    URLClassLoader loader = RuleJar.open(path);
    jars.add(loader);
    return RuleJar.load(path, loader, problems);
  }

  @Override
  public void close() {
    for (URLClassLoader jar : jars) {
      try {
        jar.close();
      } catch (IOException e) {
        // The process ends anyway.
      }
    }
  }
}
