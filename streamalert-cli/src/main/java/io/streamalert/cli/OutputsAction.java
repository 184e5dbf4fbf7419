package io.streamalert.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** A command on the outputs of a configuration. */
abstract class OutputsAction extends IoCommand {

  @Option(
      names = "--conf",
      paramLabel = "DIR",
      defaultValue = "conf",
      order = 0,
      description = "A StreamAlert conf directory. Default: ${DEFAULT-VALUE}.")
  private Path conf = Path.of("conf");

  OutputsAction(Io io) {
    super(io);
  }

  @Override
  public final Integer call() {
    try {
      return run(OutputsSetup.load(conf, io));
    } catch (UncheckedIOException e) {
      // Files and sources of secrets; their messages name places, never values.
      throw UserError.problem(String.valueOf(e.getMessage()));
    }
  }

  /** Does the work; the exit code. */
  abstract int run(OutputsSetup setup);

  /** Writes a line on standard output. */
  final void print(String line) {
    try (Output out = Output.standard(io)) {
      out.line(line);
    }
  }
}
