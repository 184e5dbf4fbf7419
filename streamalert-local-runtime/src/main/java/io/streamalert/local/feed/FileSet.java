package io.streamalert.local.feed;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that a feed is to read: one file, all below a folder, or those that match a glob. Which they are is found
 * out at each look. Immutable.
 */
final class FileSet {

  private static final Pattern GLOB = Pattern.compile("[*?\\[{\\\\]");

  private final Path root;
  private final PathMatcher wanted;

  private FileSet(Path root, PathMatcher wanted) {
    this.root = root;
    this.wanted = wanted;
  }

  /** A file, or all files below a folder but for hidden ones and linked folders. */
  static FileSet of(Path path) {
    return new FileSet(path, file -> true);
  }

  /** Files whose path matches; in a glob {@code *} stays within a folder and {@code **} does not. */
  static FileSet glob(String pattern) {
    PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    Matcher first = GLOB.matcher(pattern);
    int end = first.find() ? pattern.lastIndexOf('/', first.start()) + 1 : pattern.length();
    return new FileSet(Path.of(pattern.substring(0, end)), wanted);
  }

  /** Adds the files that are there now. */
  void look(Map<Path, SeenFile> found, Problems problems) {
    if (root.toString().isEmpty() || Files.exists(root)) {
      problems.solved(root);
      visit(root, found, problems);
    } else {
      problems.report(root, "there is no such file or folder; it is read once there is one");
    }
  }

  private void visit(Path path, Map<Path, SeenFile> found, Problems problems) {
    try {
      if (path.equals(root) ? Files.isDirectory(path) : isOwnFolder(path)) {
        for (Path entry : entries(path)) {
          visit(entry, found, problems);
        }
      } else if (wanted.matches(path)) {
        add(path, found);
      }
    } catch (NoSuchFileException e) {
      // It was removed since it was listed: as if it had not been there.
      problems.solved(path);
    } catch (IOException e) {
      problems.report(path, e);
    }
  }

  private static boolean isOwnFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(path -> !isHidden(path)).sorted().toList();
    }
  }

  private static boolean isHidden(Path path) {
    Path name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  private static void add(Path path, Map<Path, SeenFile> found) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isRegularFile()) {
      found.put(path, SeenFile.of(path, attributes));
    }
  }

  Path root() {
    return root;
  }
}
