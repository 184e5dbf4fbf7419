package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.local.LogInput;
import io.streamalert.local.RawLogs;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.LogSource;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streamalert rules explain}: what one rule makes of each record of a file, and why. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Says of each record of a file whether a rule triggers, and why or why not. Shows no values of records.",
      "",
      "Without --source every log type is tried on every log.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert rules explain cloudtrail_root_account_usage events.json",
      "  streamalert rules explain root_login --rules my-rules/ --record 3 logs.jsonl",
      "",
      "Exit codes: 0 explained; 1 no log became a record, or the file was unreadable; 2 wrong use."
    })
final class RulesExplainCommand extends IoCommand {

  private static final LogSource FILES = LogSource.of("file", "explain");

  @Mixin
  private RuleOptions options = new RuleOptions();

  @Option(
      names = "--source",
      paramLabel = "SERVICE:RESOURCE",
      description =
          "The source that the logs count as: with --conf only its log types are tried, and its service decides how"
              + " the file is cut into logs.")
  private @Nullable String source;

  @Option(
      names = "--record",
      paramLabel = "N",
      description = "Only the record of this number. The first of the file is 1.")
  private @Nullable Long number;

  @Option(names = "--json", description = "Print one JSON object for each record.")
  private boolean json;

  @Parameters(index = "0", paramLabel = "NAME", description = "The rule's name.")
  private String rule = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "Logs: a file, or - for standard input.")
  private String file = "";

  RulesExplainCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    if (number != null && number < 1) {
      throw UserError.wrongUse("--record: " + number + " is less than 1, the first record.");
    }
    Optional<LogSource> wanted = Optional.ofNullable(source).map(InputArgument::parseSource);
    try (RuleLoader loader = new RuleLoader()) {
      StreamAlert streamAlert =
          new Composition(io).composeFor(wanted, options.conf(), options.rules(), loader);
      return explain(streamAlert, spec(streamAlert.engine().rules()), wanted.orElse(FILES));
    }
  }

  private RuleSpec spec(Map<String, Rule> rules) {
    Rule found = rules.get(rule);
    if (found == null) {
      Problem unknown =
          Problem.of("There is no rule \"" + rule + "\"").choose(rule, rules.keySet());
      throw UserError.wrongUse(unknown.toString());
    }
    return found.spec();
  }

  private int explain(StreamAlert streamAlert, RuleSpec spec, LogSource cutAs) {
    List<LogInput> inputs = new ArrayList<>();
    List<UnreadableInput> unreadable = new ArrayList<>();
    new InputArgument(cutAs, file).expand(io, inputs, unreadable);
    try (Output out = Output.standard(io)) {
      RuleExplanations explanations =
          new RuleExplanations(streamAlert, spec, number == null ? 0 : number, json, out);
      inputs.forEach(input ->
          RawLogs.read(input, streamAlert.settings(), explanations).ifPresent(unreadable::add));
      unreadable.forEach(input -> io.say("Error: " + input.name() + ": " + input.reason()));
      explanations.missing().ifPresent(io::say);
      return explanations.hasExplained() && unreadable.isEmpty()
          ? ExitCode.FINE
          : ExitCode.PROBLEMS;
    }
  }
}
