package io.streamalert.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** A command that reads and writes the streams it is given. */
abstract class IoCommand implements Callable<Integer> {

  /** The streams. */
  final Io io;

  @Option(
      names = "--debug",
      order = Integer.MAX_VALUE,
      description = "Show where in the program an error arose.")
  private boolean debug;

  IoCommand(Io io) {
    this.io = io;
  }

  /** Whether to show where an error arose. */
  boolean debug() {
    return debug;
  }
}
