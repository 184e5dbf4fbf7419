package io.streamalert.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of this repository that tests hold against the code. */
public final class RepositoryFile {

  private RepositoryFile() {}

  /**
   * Finds the root of the repository.
   *
   * @return the folder
   */
  public static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("streamalert-bom")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in the repository"));
  }

  /**
   * Reads a text file.
   *
   * @param relative its path from the root of the repository
   * @return its text
   */
  public static String read(String relative) {
    try {
      return Files.readString(find(relative), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Lists a folder.
   *
   * @param relative its path from the root of the repository
   * @return the names of what is in it, sorted
   */
  public static List<String> names(String relative) {
    try (Stream<Path> found = Files.list(find(relative))) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path find(String relative) {
    Path file = root().resolve(relative);
    if (!Files.exists(file)) {
      throw new AssertionError(relative + " is not in this repository");
    }
    return file;
  }
}
