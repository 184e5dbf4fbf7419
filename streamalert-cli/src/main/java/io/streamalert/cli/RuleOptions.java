package io.streamalert.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules a command is about, and the schemas that they look at. */
final class RuleOptions {

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "A StreamAlert conf directory, whose schemas replace the built-in ones.")
  private @Nullable Path conf;

  @Option(
      names = "--rules",
      paramLabel = "JAR|DIR",
      description =
          "Rules beside the built-in ones: a jar, or a folder of Java sources. May be given more than once.")
  private List<Path> rules = new ArrayList<>();

  Optional<Path> conf() {
    return Optional.ofNullable(conf);
  }

  List<Path> rules() {
    return rules;
  }
}
