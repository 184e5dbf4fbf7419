package io.streamalert.community;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The conformance data in {@code shared/data}, beside or above this repository. Where it is missing
 * the calling test is skipped, or fails if {@code STREAMALERT_CONFORMANCE} is {@code required}.
 */
final class ConformanceData {

  private ConformanceData() {}

  static Path path(String relative) {
    Optional<Path> found = root().map(root -> root.resolve(relative)).filter(Files::exists);
    if (found.isEmpty() && "required".equals(System.getenv("STREAMALERT_CONFORMANCE"))) {
      throw new AssertionError("shared/data/" + relative + " is missing");
    }
    Assumptions.assumeTrue(
        found.isPresent(), () -> "shared/data/" + relative + " is missing: skipped");
    return found.orElseThrow();
  }

  static List<String> lines(String relative) {
    try {
      return Files.readAllLines(path(relative));
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
