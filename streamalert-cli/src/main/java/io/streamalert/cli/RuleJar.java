package io.streamalert.cli;

import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.spi.RuleProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The rules of a jar: those of its providers, or else all of its rule classes. */
final class RuleJar {

  private static final String CLASS = ".class";

  private final Path jar;
  private final URLClassLoader loader;
  private final List<Problem> problems;

  private RuleJar(Path jar, URLClassLoader loader, List<Problem> problems) {
    this.jar = jar;
    this.loader = loader;
    this.problems = problems;
  }

  /** Opens a jar; the loader has to stay open as long as its rules run. */
  static URLClassLoader open(Path jar) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, RuleJar.class.getClassLoader());
  }

  static List<LoadedRule> load(Path jar, URLClassLoader loader, List<Problem> problems)
      throws IOException {
    RuleJar rules = new RuleJar(jar, loader, problems);
    List<LoadedRule> provided = rules.ofProviders();
    return provided.isEmpty() ? rules.ofClasses() : provided;
  }

  /** Without the providers of our own jars, which the loader sees, too. */
  private List<LoadedRule> ofProviders() {
    List<LoadedRule> rules = new ArrayList<>();
    try {
      ServiceLoader.load(RuleProvider.class, loader).stream()
          .filter(provider -> provider.type().getClassLoader() == loader)
          .flatMap(provider -> provider.get().rules().stream())
          .forEach(rule -> rules.add(LoadedRule.of(rule, jar.toString())));
    } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
      problems.add(Problem.in(jar.toString(), "its rule provider cannot be used: " + e));
    }
    return rules;
  }

  private List<LoadedRule> ofClasses() throws IOException {
    List<LoadedRule> rules = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      List<String> names = file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(CLASS)
              && !name.startsWith("META-INF/")
              && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .sorted()
          .toList();
      names.forEach(name -> addRule(name, rules));
    }
    return rules;
  }

  /** Classes that cannot be loaded for want of another jar are no concern of ours: a jar may hold more than rules. */
  private void addRule(String name, List<LoadedRule> rules) {
    try {
      Class<?> type = Class.forName(name, false, loader);
      if (type.getClassLoader() == loader && RuleClasses.isPublicRule(type)) {
        RuleClasses.rule(type, jar.toString(), problems).ifPresent(rules::add);
      }
    } catch (ClassNotFoundException | LinkageError notLoadable) {
      // As said above; a jar without any rule is a problem that the caller reports.
    }
  }
}
