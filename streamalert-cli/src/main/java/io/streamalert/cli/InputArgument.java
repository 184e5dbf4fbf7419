package io.streamalert.cli;

import io.streamalert.local.LogInput;
import io.streamalert.local.UnreadableInput;
import io.streamalert.record.LogSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One value of {@code --input}.
 *
 * @param source what its logs count as
 * @param path a file, a folder, a glob, or {@code -}
 */
record InputArgument(LogSource source, String path) {

  private static final String STANDARD = "-";
  private static final Pattern GLOB = Pattern.compile("[*?\\[{]");

  /** Reads {@code SERVICE:RESOURCE=PATH}. */
  static InputArgument parse(String text) {
    int equals = text.indexOf('=');
    try {
      if (equals > 0 && equals < text.length() - 1) {
        return new InputArgument(
            LogSource.parse(text.substring(0, equals)), text.substring(equals + 1));
      }
    } catch (IllegalArgumentException noSource) {
      // The message below says more.
    }
    throw UserError.wrongUse("--input: \"" + text + "\" is not of the form SERVICE:RESOURCE=PATH."
        + " Write for example --input s3:my-bucket=" + (equals < 0 ? text : "logs/"));
  }

  /** Reads {@code SERVICE:RESOURCE} of {@code --source}. */
  static LogSource parseSource(String text) {
    try {
      return LogSource.parse(text);
    } catch (IllegalArgumentException e) {
      throw UserError.wrongUse("--source: \"" + text
          + "\" is not of the form SERVICE:RESOURCE. Write for example s3:my-bucket.");
    }
  }

  boolean isStandardInput() {
    return path.equals(STANDARD);
  }

  /** Adds what there is to read, or why there is nothing. */
  void expand(Io io, List<LogInput> inputs, List<UnreadableInput> unreadable) {
    if (isStandardInput()) {
      inputs.add(LogInput.stdin(source, io.in()));
      return;
    }
    try {
      List<Path> files = files();
      files.forEach(file -> inputs.add(LogInput.of(source, file)));
      if (files.isEmpty()) {
        unreadable.add(
            new UnreadableInput(path, isGlob() ? "no file matches" : "the folder holds no files"));
      }
    } catch (IOException e) {
      unreadable.add(new UnreadableInput(
          path, "the folder cannot be listed: " + e.getClass().getSimpleName()));
    } catch (InvalidPathException | PatternSyntaxException e) {
      throw UserError.wrongUse("--input: \"" + path + "\" is no path: " + e.getMessage());
    }
  }

  private List<Path> files() throws IOException {
    if (isGlob()) {
      return matching();
    }
    Path file = Path.of(path);
    return Files.isDirectory(file) ? FileTree.files(file) : List.of(file);
  }

  /** A name with such characters may also simply be the name of a file. */
  private boolean isGlob() {
    return GLOB.matcher(path).find() && !Files.exists(Path.of(path));
  }

  private List<Path> matching() throws IOException {
    Matcher first = GLOB.matcher(path);
    int end = first.find() ? path.lastIndexOf('/', first.start()) + 1 : path.length();
    Path folder = Path.of(path.substring(0, end));
    PathMatcher pattern =
        FileSystems.getDefault().getPathMatcher("glob:" + path.replaceAll("/+", "/"));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return FileTree.files(folder).stream().filter(pattern::matches).toList();
  }
}
