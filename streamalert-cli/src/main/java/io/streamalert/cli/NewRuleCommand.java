package io.streamalert.cli;

import io.streamalert.classify.LogSchema;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streamalert new rule}: a rule to begin with, its test and the records of that. */
@Command(
    name = "rule",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Writes a rule, a JUnit test and a file of records for it, in the folders of a Maven project,",
      "and a pom.xml if there is no project yet.",
      "",
      "They compile and pass as they are. Existing files are never changed.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert new rule root_login --dir my-rules",
      "  streamalert new rule too_many_logins --conf conf --logs acme:login --package com.acme.rules",
      "",
      "Exit codes: 0 written; 1 a file cannot be written; 2 wrong use, or a file is there already."
    })
final class NewRuleCommand extends IoCommand {

  @Parameters(
      paramLabel = "NAME",
      description = "The rule's name, such as root_login. Its class is then RootLogin.")
  private String name = "";

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description = "The folder of the project. Default: the current one.")
  private Path folder = Path.of("");

  @Option(
      names = "--package",
      paramLabel = "P",
      description = "The Java package. Default: ${DEFAULT-VALUE}.")
  private String javaPackage = "detections";

  @Option(
      names = "--logs",
      paramLabel = "TYPE",
      description = "The log type that the rule looks at. Default: ${DEFAULT-VALUE}.")
  private String logs = "cloudtrail:events";

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "A StreamAlert conf directory, for a log type that is not built in.")
  private @Nullable Path conf;

  NewRuleCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    if (!SourceVersion.isName(javaPackage)) {
      throw UserError.wrongUse("--package: \"" + javaPackage
          + "\" is no name of a Java package. Write for example com.acme.rules.");
    }
    RuleTemplate template = RuleTemplate.of(name, javaPackage, schema());
    Map<Path, String> files = new LinkedHashMap<>(template.files(folder));
    if (!ProjectTemplate.isProject(folder)) {
      files.put(folder.resolve(ProjectTemplate.POM), ProjectTemplate.pom(javaPackage));
    }
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw UserError.wrongUse(
            "The file " + file
                + " is there already, so nothing was written. Choose another NAME, --dir or --package.");
      }
    }
    files.forEach(NewRuleCommand::write);
    files.keySet().forEach(file -> io.say("Wrote " + file));
    nextSteps(template).forEach(io::say);
    return ExitCode.FINE;
  }

  private LogSchema schema() {
    List<LogSchema> schemas = new Composition(io)
        .classifying(Optional.ofNullable(conf), Optional.empty())
        .schemas();
    return schemas.stream()
        .filter(schema -> schema.type().name().equals(logs))
        .findFirst()
        .orElseThrow(() -> UserError.wrongUse("--logs: " + unknown(schemas)));
  }

  private String unknown(List<LogSchema> schemas) {
    List<String> known = schemas.stream().map(schema -> schema.type().name()).toList();
    String problem =
        Problem.of("There is no log type \"" + logs + "\"").choose(logs, known).toString();
    return conf == null ? problem + " For a log type of your own add --conf." : problem;
  }

  private static void write(Path file, String content) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, content, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw UserError.problem("The file " + file + " cannot be written ("
          + e.getClass().getSimpleName() + "). Name a folder that can be written by --dir.");
    }
  }

  private List<String> nextSteps(RuleTemplate template) {
    String project = folder.toString().isEmpty() ? "." : folder.toString();
    return List.of(
        "Next:",
        "  1. Say in " + template.className() + ".java what to look for, and in " + name
            + ".json which records trigger it and which do not.",
        "  2. Test it: mvn -f " + project + " test. It needs streamalert-core and junit-jupiter.",
        "  3. Run it: streamalert run --rules " + project + " --input s3:my-bucket=logs/");
  }
}
