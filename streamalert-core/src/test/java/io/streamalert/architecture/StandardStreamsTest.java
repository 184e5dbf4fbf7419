package io.streamalert.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of the published modules only the command line and the console output write to the standard streams. */
class StandardStreamsTest {

  /** In code, not in a comment's example. */
  private static final Pattern STREAM =
      Pattern.compile("(?m)^(?!\\s*[*/]).*(System\\.(out|err)\\b|printStackTrace\\()");

  /** Whose purpose it is. */
  private static final Path CONSOLE = Path.of("io/streamalert/outputs/ConsoleOutputProvider.java");

  @Test
  void onlyTheCommandLinePrints() throws IOException {
    Path root = CoreClasses.mainFolder();
    while (!Files.exists(root.resolve("streamalert-cli"))) {
      root = root.getParent();
    }
    assertThat(printing(root, "streamalert-cli")).isNotEmpty();
    try (Stream<Path> modules = Files.list(root)) {
      List<String> others = modules
          .map(module -> module.getFileName().toString())
          .filter(name -> name.startsWith("streamalert-") && !name.equals("streamalert-cli"))
          .toList();
      assertThat(others).contains("streamalert-core", "streamalert-local-runtime");
      for (String module : others) {
        assertThat(printing(root, module)).as(module).isEmpty();
      }
    }
  }

  private static List<Path> printing(Path root, String module) throws IOException {
    Path sources = root.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith(CONSOLE))
          .filter(StandardStreamsTest::prints)
          .toList();
    }
  }

  private static boolean prints(Path file) {
    try {
      return STREAM.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
