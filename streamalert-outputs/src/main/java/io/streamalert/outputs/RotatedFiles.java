package io.streamalert.outputs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a file aside when it is full or of an earlier period. Not thread-safe. */
final class RotatedFiles {

  private final Path file;
  private final long maxBytes;
  private final Optional<Duration> maxAge;
  private final int keep;
  private @Nullable Instant lastWritten;

  RotatedFiles(Path file, long maxBytes, Optional<Duration> maxAge, int keep) {
    this.file = file;
    this.maxBytes = maxBytes;
    this.maxAge = maxAge;
    this.keep = keep;
  }

  /** Sees to it that so many bytes can be appended. */
  void makeRoom(long bytes, Instant now) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      return;
    }
    Instant last = lastWritten == null ? Files.getLastModifiedTime(file).toInstant() : lastWritten;
    boolean old = maxAge.filter(age -> period(last, age) != period(now, age)).isPresent();
    if (old || Files.size(file) > maxBytes - bytes) {
      rotate();
    }
  }

  void written(Instant now) {
    lastWritten = now;
  }

  private static long period(Instant time, Duration age) {
    return Math.floorDiv(time.getEpochSecond(), age.toSeconds());
  }

  /** From the oldest on, so that a crash in between leaves a gap and overwrites nothing. */
  private void rotate() throws IOException {
    for (int number = keep; number > 1; number--) {
      Path younger = numbered(number - 1);
      if (Files.exists(younger)) {
        Files.move(younger, numbered(number), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, numbered(1), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }
}
