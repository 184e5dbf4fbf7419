package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.event.BatchSummary;
import io.streamalert.local.Ledger;
import io.streamalert.local.LocalRuntime;
import io.streamalert.local.LogInput;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.LogSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code streamalert run}: files in, alerts out. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Reads logs, classifies them, runs the rules, and prints the alerts.",
      "",
      "The built-in rules always run. Content may be gzip, and is one JSON document or else lines; of the services"
          + " kinesis, sns, sqs and streamalert_app each line is one message.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert run --input s3:my-trail=logs/ --rules my-rules/",
      "  zcat logs/*.gz | streamalert run --input kinesis:my-stream=- --alerts alerts.jsonl",
      "  streamalert run --conf conf --input 's3:my-bucket=logs/**.json.gz' --summary -",
      "",
      "Exit codes: 0 something was classified; 1 nothing was, or an input was unreadable; 2 wrong use."
    })
final class RunCommand extends IoCommand {

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "SERVICE:RESOURCE=PATH",
      description =
          "What to read, and the source that it counts as. PATH is a file, a folder (with all below it but"
              + " hidden files), a glob in quotes, or - for standard input. May be given more than once.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description =
          "A StreamAlert conf directory, whose schemas and data sources replace the built-in schemas, for which"
              + " any source will do.")
  private @Nullable Path conf;

  @Option(
      names = "--rules",
      paramLabel = "JAR|DIR",
      description =
          "Rules to add: a jar, or a folder of Java sources. May be given more than once.")
  private List<Path> rules = new ArrayList<>();

  @Mixin
  private OutputOptions outputs = new OutputOptions();

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many threads work. Default: one for each processor.")
  private @Nullable Integer workers;

  @Option(
      names = "--rule-statistics",
      description =
          "At the end tell on standard error what each rule did and how long its code took, the costliest first.")
  private boolean ruleStatistics;

  RunCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    if (workers != null && workers < 1) {
      throw UserError.wrongUse("--workers: " + workers + " is less than 1.");
    }
    List<UnreadableInput> unreadable = new ArrayList<>();
    List<LogInput> found = expand(unreadable);
    outputs.check(found);
    try (RuleLoader loader = new RuleLoader()) {
      Composition composition = new Composition(io);
      StreamAlert streamAlert = composition.compose(Optional.ofNullable(conf), rules, loader);
      composition.check(sources(found));
      try (Results results = new Results(outputs, io)) {
        Ledger ledger = withMore(unreadable, runtime(streamAlert, results).run(found));
        results.finish(ledger);
        if (ruleStatistics) {
          streamAlert.statistics().report().lines().forEach(io::say);
        }
        return exitCode(ledger);
      }
    }
  }

  private List<LogInput> expand(List<UnreadableInput> unreadable) {
    List<InputArgument> arguments = inputs.stream().map(InputArgument::parse).toList();
    if (arguments.stream().filter(InputArgument::isStandardInput).count() > 1) {
      throw UserError.wrongUse("--input: standard input (-) can be read only once. Name it once.");
    }
    List<LogInput> found = new ArrayList<>();
    arguments.forEach(argument -> argument.expand(io, found, unreadable));
    return found;
  }

  private static Set<LogSource> sources(List<LogInput> inputs) {
    Set<LogSource> sources = new LinkedHashSet<>();
    inputs.forEach(input -> sources.add(input.source()));
    return sources;
  }

  private LocalRuntime runtime(StreamAlert streamAlert, Results results) {
    LocalRuntime.Builder runtime = LocalRuntime.builder(streamAlert)
        .alerts(results::alert)
        .deadLetters(results::deadLetter)
        .unclassified(results.tally::unclassified)
        .failures(results.tally::failure);
    return (workers == null ? runtime : runtime.workers(workers)).build();
  }

  private static Ledger withMore(List<UnreadableInput> unreadable, Ledger ledger) {
    List<UnreadableInput> all = new ArrayList<>(unreadable);
    all.addAll(ledger.unreadable());
    return new Ledger(ledger.summary(), ledger.elapsed(), all);
  }

  private static int exitCode(Ledger ledger) {
    BatchSummary summary = ledger.summary();
    return summary.classified() > 0 && ledger.unreadable().isEmpty()
        ? ExitCode.FINE
        : ExitCode.PROBLEMS;
  }
}
