package io.streamalert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lists files below a folder, in an order that is the same everywhere. */
final class FileTree {

  private FileTree() {}

  /**
   * All regular files below a folder, by name in each folder. Hidden ones are skipped, and linked folders are not
   * followed, as they could lead in a circle.
   */
  static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    add(folder, files);
    return files;
  }

  private static void add(Path folder, List<Path> files) throws IOException {
    List<Path> entries;
    try (Stream<Path> list = Files.list(folder)) {
      entries = list.filter(path -> !isHidden(path)).sorted().toList();
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        add(entry, files);
      } else if (Files.isRegularFile(entry)) {
        files.add(entry);
      }
    }
  }

  static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }
}
