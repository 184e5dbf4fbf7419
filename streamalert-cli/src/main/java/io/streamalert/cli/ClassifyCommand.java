package io.streamalert.cli;

import io.streamalert.StreamAlert;
import io.streamalert.local.LogInput;
import io.streamalert.local.RawLogs;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.LogSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streamalert classify}: what becomes of each raw log of a file, and why. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Classifies logs and prints one JSON object for each, without running rules.",
      "",
      "Without --source every log type is tried on every log.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert classify logs.jsonl",
      "  streamalert classify --explain --conf conf --source s3:my-bucket odd.json",
      "  zcat messages.gz | streamalert classify --payload-field message -",
      "",
      "Exit codes: 0 something was classified; 1 nothing was, or the file was unreadable; 2 wrong use."
    })
final class ClassifyCommand extends IoCommand {

  private static final LogSource DOCUMENTS = LogSource.of("file", "classify");
  private static final LogSource MESSAGES = LogSource.of("kinesis", "classify");

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      description = "A StreamAlert conf directory, whose schemas replace the built-in ones.")
  private @Nullable Path conf;

  @Option(
      names = "--source",
      paramLabel = "SERVICE:RESOURCE",
      description =
          "The source that the logs count as: with --conf only its log types are tried, and its service decides how"
              + " the file is cut into logs.")
  private @Nullable String source;

  @Option(
      names = "--payload-field",
      paramLabel = "NAME",
      description =
          "Each line is a JSON object, and the log is the text of this field of it. By itself such a log is a"
              + " message, not a file.")
  private @Nullable String payloadField;

  @Option(
      names = "--explain",
      description = "Add what each log type makes of the log as a whole, and why it refuses it.")
  private boolean explain;

  @Parameters(paramLabel = "FILE", description = "A file, or - for standard input.")
  private String file = "";

  ClassifyCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    Optional<LogSource> wanted = Optional.ofNullable(source).map(InputArgument::parseSource);
    StreamAlert streamAlert = new Composition(io).classifying(Optional.ofNullable(conf), wanted);
    LogSource cutAs = payloadField == null ? wanted.orElse(DOCUMENTS) : MESSAGES;
    List<LogInput> inputs = new ArrayList<>();
    List<UnreadableInput> unreadable = new ArrayList<>();
    new InputArgument(cutAs, file).expand(io, inputs, unreadable);
    try (Output out = Output.standard(io)) {
      ClassifyOutput outcomes = new ClassifyOutput(streamAlert, explain, out);
      RawLogs.Receiver receiver = payloadField == null
          ? outcomes
          : new PayloadField(payloadField, wanted.orElse(MESSAGES), outcomes);
      inputs.forEach(input ->
          RawLogs.read(input, streamAlert.settings(), receiver).ifPresent(unreadable::add));
      unreadable.forEach(input -> io.say("Error: " + input.name() + ": " + input.reason()));
      return outcomes.hasRecords() && unreadable.isEmpty() ? ExitCode.FINE : ExitCode.PROBLEMS;
    }
  }
}
