package io.streamalert.cli;

import java.io.Console;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person is asked through. */
interface Prompt {

  /** Whether there is somebody to ask. */
  boolean isThere();

  /** Asks for a line; empty where the input has ended. */
  Optional<String> line(String question);

  /** Asks for a line that is not shown while it is typed, to be overwritten by the caller. */
  Optional<char[]> hidden(String question);

  /** The terminal of this process, if it has one. */
  static Prompt console() {
    return new OfConsole(System.console());
  }

  /** A terminal. */
  record OfConsole(@Nullable Console console) implements Prompt {

    @Override
    public boolean isThere() {
      return console != null;
    }

    @Override
    public Optional<String> line(String question) {
      return Optional.ofNullable(console).map(there -> there.readLine("%s", question));
    }

    @Override
    public Optional<char[]> hidden(String question) {
      return Optional.ofNullable(console).map(there -> there.readPassword("%s", question));
    }
  }
}
