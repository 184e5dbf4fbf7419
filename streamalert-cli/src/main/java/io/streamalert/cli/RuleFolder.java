package io.streamalert.cli;

import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a folder of Java sources, compiled when they are needed. Of a Maven project only the main sources count, as
 * the tests need JUnit.
 */
final class RuleFolder {

  private static final String MAIN_SOURCES = "src/main/java";

  private final Path folder;
  private final List<Problem> problems;

  private RuleFolder(Path folder, List<Problem> problems) {
    this.folder = folder;
    this.problems = problems;
  }

  static List<LoadedRule> load(Path folder, List<Problem> problems) throws IOException {
    return new RuleFolder(folder, problems).load(ToolProvider.getSystemJavaCompiler());
  }

  private List<LoadedRule> load(@Nullable JavaCompiler compiler) throws IOException {
    Path main = folder.resolve(MAIN_SOURCES);
    List<Path> sources = FileTree.files(Files.isDirectory(main) ? main : folder).stream()
        .filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
        .toList();
    if (compiler == null) {
      problems.add(Problem.in(
              folder.toString(),
              "holds Java sources, and this Java (" + System.getProperty("java.home")
                  + ") has no compiler")
          .mendedBy("Use a JDK instead of a JRE, or compile the rules and name their jar."));
      return List.of();
    }
    return sources.isEmpty() ? List.of() : rules(compile(compiler, sources));
  }

  private MemoryClasses compile(JavaCompiler compiler, List<Path> sources) throws IOException {
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8);
        MemoryClasses classes = new MemoryClasses(files)) {
      List<String> options = List.of(
          "-proc:none", "-nowarn", "-g", "-classpath", System.getProperty("java.class.path", "."));
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
      compiler.getTask(null, classes, messages, options, null, units).call();
      messages.getDiagnostics().stream()
          .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
          .forEach(message -> problems.add(problem(message)));
      return classes;
    }
  }

  private Problem problem(Diagnostic<? extends JavaFileObject> message) {
    JavaFileObject source = message.getSource();
    String place =
        source == null ? folder.toString() : source.getName() + ":" + message.getLineNumber();
    return Problem.in(place, message.getMessage(Locale.ROOT));
  }

  private List<LoadedRule> rules(MemoryClasses classes) {
    List<LoadedRule> rules = new ArrayList<>();
    if (problems.isEmpty()) {
      for (Class<?> type : classes.load()) {
        if (RuleClasses.isRule(type)) {
          RuleClasses.rule(type, classes.sourceOf(type, folder), problems).ifPresent(rules::add);
        }
      }
    }
    return rules;
  }
}
