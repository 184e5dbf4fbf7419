package io.streamalert.cli;

import io.streamalert.outputs.TerminalText;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code streamalert validate}: tells all that is wrong with a configuration. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Reads a configuration and rules as run does, and tells all problems at once. Reads no logs.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert validate --conf conf",
      "  streamalert validate --conf conf --rules my-rules/ --json",
      "",
      "Exit codes: 0 no problem, perhaps warnings; 1 problems; 2 wrong use."
    })
final class ValidateCommand extends IoCommand {

  @Option(
      names = "--conf",
      required = true,
      paramLabel = "DIR",
      description = "A StreamAlert conf directory.")
  private Path conf = Path.of("");

  @Option(
      names = "--rules",
      paramLabel = "JAR|DIR",
      description =
          "Rules to check with it: a jar, or a folder of Java sources. May be given more than once.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--json",
      description =
          "Print {\"problems\":[…],\"warnings\":[…]} on standard output, and nothing else.")
  private boolean json;

  ValidateCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(conf)) {
      throw UserError.wrongUse("--conf: there is no directory " + conf
          + ". Name the conf directory of a StreamAlert deployment.");
    }
    List<String> warnings = new ArrayList<>();
    Composition composition = new Composition(warnings::add);
    List<Problem> problems;
    try (RuleLoader loader = new RuleLoader()) {
      problems = composition.problems(conf, rules, loader);
    }
    if (json) {
      print(json(problems, warnings));
    } else {
      tell(problems, warnings, composition);
    }
    return problems.isEmpty() ? ExitCode.FINE : ExitCode.PROBLEMS;
  }

  private void tell(List<Problem> problems, List<String> warnings, Composition composition) {
    warnings.forEach(warning -> io.say("Warning: " + warning));
    problems.forEach(problem -> io.say("Error: " + problem));
    if (problems.isEmpty()) {
      print(TerminalText.clean("No problem in " + conf + ": " + composition.contents() + ", "
          + Text.count(warnings.size(), "warning", "warnings") + "."));
    } else {
      io.say(Text.count(problems.size(), "problem", "problems") + " in " + conf + ".");
    }
  }

  private void print(String line) {
    try (Output out = Output.standard(io)) {
      out.line(line);
    }
  }

  private static String json(List<Problem> problems, List<String> warnings) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("problems", problems.stream().map(ValidateCommand::fields).toList());
    all.put("warnings", warnings);
    return FieldValue.of(all).toJson();
  }

  private static Map<String, Object> fields(Problem problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    problem.file().ifPresent(file -> fields.put("file", file));
    fields.put("pointer", problem.pointer());
    fields.put("what", problem.message());
    problem.mend().ifPresent(mend -> fields.put("mend", mend));
    return fields;
  }
}
