package io.streamalert.cli;

/** A command with the option {@code --debug}. */
interface Debuggable {

  /** Whether to show where an error arose. */
  boolean debug();
}
