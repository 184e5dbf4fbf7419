package io.streamalert.cli;

import io.streamalert.outputs.TerminalText;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * What the command talks through.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param terminal whether standard output is a terminal, so that a person reads it
 * @param colour whether that terminal shows colours
 * @param prompt what a person is asked through
 */
record Io(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    boolean colour,
    Prompt prompt) {

  /** The property that the launcher sets if standard output is a terminal; Java cannot ask. */
  private static final String TERMINAL = "streamalert.terminal";

  static Io standard() {
    boolean terminal = Boolean.getBoolean(TERMINAL);
    return new Io(
        System.in,
        System.out,
        System.err,
        terminal,
        terminal && System.getenv("NO_COLOR") == null,
        Prompt.console());
  }

  /** Tells a person something, on standard error. */
  void say(String line) {
    err.println(TerminalText.clean(line));
  }
}
