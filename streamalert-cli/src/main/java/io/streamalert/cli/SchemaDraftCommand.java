package io.streamalert.cli;

import io.streamalert.config.SchemaDraft;
import io.streamalert.config.SchemaDraft.Proposed;
import io.streamalert.config.SchemaDraft.Unfit;
import io.streamalert.local.LogInput;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.LogSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streamalert schema draft}: sample logs in, a schema out. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Proposes a schema that classifies all sample logs, in the form of a file of conf/schemas/.",
      "",
      "Samples are JSON, syslog lines, key=value pairs or CSV. They are cut as those of run are.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  streamalert schema draft samples.jsonl",
      "  streamalert schema draft --name acme:login logs/ > conf/schemas/acme.json",
      "",
      "Exit codes: 0 a schema was printed; 1 no one schema fits, or a file was unreadable; 2 wrong use."
    })
final class SchemaDraftCommand extends IoCommand {

  private static final LogSource SOURCE = LogSource.of("file", "samples");
  private static final String UNNAMED = "samples";

  @Option(
      names = "--name",
      paramLabel = "TYPE",
      description =
          "The name of the log type, such as acme:login. Default: the name of the first file, in small letters.")
  private @Nullable String name;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Samples: a file, a folder (with all below it but hidden files), a glob in quotes, or - for standard input.")
  private List<String> files = new ArrayList<>();

  SchemaDraftCommand(Io io) {
    super(io);
  }

  @Override
  public Integer call() {
    if (name != null && name.isBlank()) {
      throw UserError.wrongUse("--name: a log type needs a name. Write for example acme:login.");
    }
    List<LogInput> inputs = new ArrayList<>();
    List<UnreadableInput> unreadable = new ArrayList<>();
    files.forEach(file -> new InputArgument(SOURCE, file).expand(io, inputs, unreadable));
    SampleLogs samples = new SampleLogs();
    unreadable.addAll(samples.read(inputs));
    if (!unreadable.isEmpty()) {
      throw UserError.problem(unreadable.stream()
          .map(input -> input.name() + ": " + input.reason())
          .collect(Collectors.joining("; ")));
    }
    if (samples.logs().isEmpty()) {
      throw UserError.problem("The files hold no logs to draft a schema from.");
    }
    String type = name == null ? typeOf(inputs.get(0)) : name;
    return SchemaDraft.of(type, samples.logs())
        .fold(proposed -> print(proposed, samples), unfit -> refuse(unfit, samples));
  }

  /** The name of a file without its ends. */
  static String typeOf(LogInput input) {
    String file = input.file().map(Path::getFileName).map(Path::toString).orElse("");
    String word = file.toLowerCase(Locale.ROOT)
        .replaceFirst("^\\.+", "")
        .replaceFirst("\\..*", "")
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
    return word.isEmpty() ? UNNAMED : word;
  }

  private int print(Proposed draft, SampleLogs samples) {
    try (Output out = Output.standard(io)) {
      out.line(draft.json());
    }
    io.say("Drafted " + draft.schema().type() + " with the parser "
        + draft.schema().parser()
        + " from " + Text.count(samples.logs().size(), "log", "logs") + ": "
        + Text.count(draft.schema().fields().size(), "field", "fields") + ", "
        + Text.number(draft.schema().optionalFields().size()) + " of them optional.");
    if (samples.hasMore()) {
      io.say("Only the first logs were looked at: a draft takes up to "
          + Text.number(SampleLogs.MOST_LOGS) + " logs or " + Text.bytes(SampleLogs.MOST_BYTES)
          + ".");
    }
    if (!draft.headers().isEmpty()) {
      io.say("Left out, as its words name the columns: "
          + draft.headers().stream().map(samples::place).collect(Collectors.joining(", "))
          + ". In a delivered file such a line becomes a record or a dead letter.");
    }
    return ExitCode.FINE;
  }

  private static int refuse(Unfit unfit, SampleLogs samples) {
    throw UserError.problem(samples.place(unfit.sample()) + ": " + unfit.reason()
        + ". No one schema fits all samples: draft from logs of one kind, without broken ones.");
  }
}
