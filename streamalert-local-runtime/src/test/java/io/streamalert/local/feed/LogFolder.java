package io.streamalert.local.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.streamalert.local.framing.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder in which a log is written and rotated, and what was ever written there. Each write takes a second. */
final class LogFolder implements AutoCloseable {

  /** All that was written to one file before it was rotated, and whether some of it may be gone unread. */
  static final class Content {

    private final StringBuilder text = new StringBuilder();
    private boolean mayBeLost;

    String text() {
      return text.toString();
    }

    boolean mayBeLost() {
      return mayBeLost;
    }
  }

  /** A file that is not written any more. */
  private record Rotated(Path path, Content content) {}

  private static final String LIVE = "app.log";

  private final Path folder;
  private final List<Content> contents = new ArrayList<>();
  private final List<Rotated> rotated = new ArrayList<>();
  private Content live = new Content();
  private int lines;
  private int rotations;
  private long time = 1_000_000;

  LogFolder() {
    try {
      folder = Files.createTempDirectory("feed");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return folder;
  }

  List<Content> contents() {
    return contents;
  }

  /** What may happen; each kind does nothing where it makes no sense. */
  enum Kind {
    LINES,
    PART_OF_A_LINE,
    RENAME,
    GZIP,
    COPY_AND_CUT_OFF,
    CUT_OFF,
    REMOVE,
    NOTHING
  }

  void happen(Kind kind, int number) {
    try {
      switch (kind) {
        case LINES -> write(lines(1 + number % 4, number));
        case PART_OF_A_LINE -> write("part" + lines++ + "x".repeat(number % 20));
        case RENAME -> rename();
        case GZIP -> gzip(number);
        case COPY_AND_CUT_OFF -> copyAndCutOff(true);
        case CUT_OFF -> copyAndCutOff(false);
        case REMOVE -> remove(number);
        case NOTHING -> time++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String lines(int count, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("line ").append(lines++).append("x".repeat(length)).append('\n');
    }
    return text.toString();
  }

  private void write(String text) throws IOException {
    if (live.text.isEmpty()) {
      contents.add(live);
    }
    live.text.append(text);
    Files.writeString(folder.resolve(LIVE), text, UTF_8, CREATE, APPEND);
    touch(folder.resolve(LIVE));
  }

  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000 * time++));
  }

  private void rename() throws IOException {
    if (!live.text.isEmpty()) {
      Path to = folder.resolve(LIVE + "." + rotations++);
      Files.move(folder.resolve(LIVE), to);
      rotated.add(new Rotated(to, live));
      live = new Content();
    }
  }

  private void copyAndCutOff(boolean copies) throws IOException {
    if (live.text.isEmpty()) {
      return;
    }
    if (copies) {
      Path to = folder.resolve(LIVE + "." + rotations++);
      Files.copy(folder.resolve(LIVE), to);
      touch(to);
      rotated.add(new Rotated(to, live));
    } else {
      live.mayBeLost = true;
    }
    Files.write(folder.resolve(LIVE), new byte[0]);
    touch(folder.resolve(LIVE));
    live = new Content();
  }

  private void gzip(int number) throws IOException {
    if (!rotated.isEmpty()) {
      Rotated file = rotated.remove(number % rotated.size());
      Path to = file.path;
      if (!to.toString().endsWith(".gz")) {
        to = folder.resolve(file.path.getFileName() + ".gz");
        Files.write(to, Bytes.gzip(Files.readAllBytes(file.path)));
        touch(to);
        Files.delete(file.path);
      }
      rotated.add(new Rotated(to, file.content));
    }
  }

  private void remove(int number) throws IOException {
    if (!rotated.isEmpty()) {
      Rotated file = rotated.remove(number % rotated.size());
      file.content.mayBeLost = true;
      Files.delete(file.path);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
