package io.streamalert.local.secrets;

import io.streamalert.settings.SecretSource;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Secrets that a command prints, such as that of a password manager or a vault. It is run each time
 * that a secret is used, without a shell, with nothing on its standard input. Line feeds at the end
 * of its output do not count; an empty output means that there is no such secret. What it says on
 * standard error is never shown, as it may hold secrets. Immutable and thread-safe.
 */
public final class CommandSecrets implements SecretSource {

  /** What stands for the name of the secret in the arguments: {@value}. */
  public static final String NAME = "{name}";

  /** The largest output, in bytes: {@value}. */
  public static final int LIMIT_BYTES = 64 * 1024;

  /** The default time limit of a run, in seconds: {@value}. */
  public static final int DEFAULT_SECONDS = 10;

  /** The longest time limit of a run, in seconds: {@value}. */
  public static final int LIMIT_SECONDS = 60;

  private final List<String> command;
  private final Duration limit;

  private CommandSecrets(List<String> command, Duration limit) {
    this.command = command;
    this.limit = limit;
  }

  /**
   * Secrets that a command prints.
   *
   * @param command the program and its arguments, at least one of which holds {@value #NAME}: {@code
   *     pass show streamalert/{name}}; copied
   * @param limit how long a run may take, from 1 to {@value #LIMIT_SECONDS} seconds; it is ended
   *     after that
   * @return the source
   * @throws IllegalArgumentException if no argument holds {@value #NAME}, or the limit is out of range
   */
  public static CommandSecrets of(List<String> command, Duration limit) {
    List<String> copy = List.copyOf(command);
    if (copy.stream().skip(1).noneMatch(argument -> argument.contains(NAME))) {
      throw new IllegalArgumentException(
          "A command needs an argument with " + NAME + ", where the name of the secret is put");
    }
    if (limit.compareTo(Duration.ofSeconds(1)) < 0
        || limit.compareTo(Duration.ofSeconds(LIMIT_SECONDS)) > 0) {
      throw new IllegalArgumentException(
          "The time limit of a command must be 1 to " + LIMIT_SECONDS + " seconds");
    }
    return new CommandSecrets(copy, limit);
  }

  @Override
  public Optional<String> read(String name) {
    if (Objects.requireNonNull(name, "name").startsWith("-")) {
      return Optional.empty(); // It would be taken for an option.
    }
    byte[] output = run(name);
    try {
      return Optional.of(SecretText.decode(output)
              .orElseThrow(() -> failure("did not print UTF-8", "Let it print text.")))
          .filter(text -> !text.isEmpty());
    } finally {
      Arrays.fill(output, (byte) 0);
    }
  }

  private byte[] run(String name) {
    List<String> words = command.stream().map(word -> word.replace(NAME, name)).toList();
    try (CommandRun run = CommandRun.start(words, limit)) {
      byte[] output = run.output(LIMIT_BYTES + 1)
          .orElseThrow(() -> failure(
              "did not end within " + limit.toSeconds() + " seconds",
              "Make sure that it asks no questions, or raise timeout_seconds."));
      if (output.length > LIMIT_BYTES) {
        throw failure(
            "printed more than " + LIMIT_BYTES + " bytes", "Let it print the secret only.");
      }
      int code = run.exitCode();
      if (code != 0) {
        throw failure(
            "ended with code " + code + " for the secret \"" + name + "\"",
            "Run it by hand to see why.");
      }
      return output;
    } catch (IOException e) {
      throw failure("cannot be run", "Name a program that can.");
    }
  }

  private RuntimeException failure(String what, String mend) {
    return Unusable.because("The command " + program() + " " + what + ".", mend);
  }

  /** The name of the program; arguments may hold a token. */
  private String program() {
    return new File(command.get(0)).getName();
  }

  @Override
  public String description() {
    return "the command " + program();
  }

  @Override
  public String toString() {
    return description();
  }
}
