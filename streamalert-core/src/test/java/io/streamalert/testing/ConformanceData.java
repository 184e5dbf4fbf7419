package io.streamalert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The conformance data in {@code shared/data}, beside or above this repository.
 *
 * <p>Tests that need it are skipped where it is missing, unless the environment variable {@code
 * STREAMALERT_CONFORMANCE} is {@code required}: then they fail.
 */
public final class ConformanceData {

  private static final String REQUIRED = "required";

  private ConformanceData() {}

  /**
   * Finds a file or folder; aborts the calling test if there is none.
   *
   * @param relative the path below {@code shared/data}
   * @return the file or folder
   */
  public static Path path(String relative) {
    Optional<Path> found = root().map(root -> root.resolve(relative)).filter(Files::exists);
    if (found.isEmpty() && REQUIRED.equals(System.getenv("STREAMALERT_CONFORMANCE"))) {
      throw new AssertionError("shared/data/" + relative + " is missing");
    }
    Assumptions.assumeTrue(
        found.isPresent(), () -> "shared/data/" + relative + " is missing: skipped");
    return found.orElseThrow();
  }

  /**
   * Reads the lines of a file; aborts the calling test if there is none.
   *
   * @param relative the path below {@code shared/data}
   * @return its lines; close the stream
   */
  public static Stream<String> lines(String relative) {
    try {
      return Files.lines(path(relative), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve("shared/data"))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
