package io.streamalert.cli;

/** Something that the user can mend; its message says what. */
final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private UserError(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  static UserError wrongUse(String message) {
    return new UserError(ExitCode.WRONG_USE, message);
  }

  static UserError problem(String message) {
    return new UserError(ExitCode.PROBLEMS, message);
  }

  int exitCode() {
    return exitCode;
  }
}
