package io.streamalert.cli;

/** What the command ends with. */
final class ExitCode {

  /** All is well. */
  static final int FINE = 0;

  /** Something is wrong with what was worked on. */
  static final int PROBLEMS = 1;

  /** The command or its configuration cannot be used as it is; picocli's own code for that. */
  static final int WRONG_USE = 2;

  private ExitCode() {}
}
