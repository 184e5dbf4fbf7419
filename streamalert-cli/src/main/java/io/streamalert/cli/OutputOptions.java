package io.streamalert.cli;

import io.streamalert.local.LogInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the results of a run go. */
final class OutputOptions {

  private static final String ALERTS = "--alerts";
  private static final String SUMMARY = "--summary";
  private static final String DEAD_LETTERS = "--dead-letters";

  @Option(
      names = ALERTS,
      paramLabel = "FILE|-",
      description =
          "Write alerts as JSON Lines. Without it they are printed: readable on a terminal, else as JSON Lines.")
  private @Nullable String alerts;

  @Option(
      names = SUMMARY,
      paramLabel = "FILE|-",
      description =
          "Write the counts as one JSON object, beside the summary for people on standard error."
              + " With - alone alerts are only counted.")
  private @Nullable String summary;

  @Option(
      names = DEAD_LETTERS,
      paramLabel = "FILE",
      description = "Write what fits no schema as JSON Lines, with the reason and the bytes.")
  private @Nullable String deadLetters;

  /**
   * Refuses outputs that would mix, or destroy what is to be read.
   *
   * @throws UserError if two outputs are one, or an output is an input
   */
  void check(List<LogInput> inputs) {
    if (Output.STANDARD.equals(alerts) && Output.STANDARD.equals(summary)) {
      throw UserError.wrongUse(
          "--alerts - and --summary - would mix on standard output. Write one of them to a file.");
    }
    if (Output.STANDARD.equals(deadLetters)) {
      throw UserError.wrongUse(
          "--dead-letters needs a file, as standard output is for alerts or the summary.");
    }
    Map<Path, String> optionByFile = new LinkedHashMap<>();
    files().forEach((option, file) -> {
      String other = isOrdinary(file) ? optionByFile.put(file, option) : null;
      if (other != null) {
        throw UserError.wrongUse(
            other + " and " + option + " name the same file " + file + ". Name two files.");
      }
    });
    inputs.forEach(input -> checkInput(input, optionByFile));
  }

  private Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    file(alerts).ifPresent(file -> files.put(ALERTS, file));
    file(summary).ifPresent(file -> files.put(SUMMARY, file));
    file(deadLetters).ifPresent(file -> files.put(DEAD_LETTERS, file));
    return files;
  }

  private static Optional<Path> file(@Nullable String target) {
    return target == null || target.equals(Output.STANDARD)
        ? Optional.empty()
        : Optional.of(Path.of(target).toAbsolutePath().normalize());
  }

  /** Into a device such as /dev/null anything may go. */
  private static boolean isOrdinary(Path file) {
    return !Files.exists(file) || Files.isRegularFile(file);
  }

  private static void checkInput(LogInput input, Map<Path, String> optionByFile) {
    optionByFile.forEach((output, option) -> {
      if (input.file().filter(file -> isSame(file, output)).isPresent()) {
        throw UserError.wrongUse(
            option + " would overwrite the input " + input.name() + ". Name another file.");
      }
    });
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.exists(one) && Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  Optional<Output> openAlerts(Io io) {
    return Optional.ofNullable(alerts).map(target -> Output.open(ALERTS, target, io));
  }

  Optional<Output> openSummary(Io io) {
    return Optional.ofNullable(summary).map(target -> Output.open(SUMMARY, target, io));
  }

  Optional<Output> openDeadLetters(Io io) {
    return Optional.ofNullable(deadLetters).map(target -> Output.open(DEAD_LETTERS, target, io));
  }

  /** Whether standard output is free for alerts that nobody asked to write anywhere. */
  boolean leavesStandardOutput() {
    return !Output.STANDARD.equals(summary);
  }
}
