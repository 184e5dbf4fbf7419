package io.streamalert.local.feed;

import io.streamalert.local.framing.Content;
import java.io.IOException;
import java.nio.file.Path;

/** Finds where the content of a file ends now, for feeds that take only what comes later. */
final class Ends {

  private static final int BLOCK = 1 << 16;

  private Ends() {}

  static Progress of(Watched file) throws IOException {
    Path path = file.file().path();
    boolean packed = file.isPacked();
    long end = packed ? unpackedSize(path) : file.file().size();
    byte[] head = Peek.at(path, packed, 0, (int) Math.min(end, Mark.LONGEST));
    long lastPlace = Math.max(head.length, end - Mark.LONGEST);
    byte[] tail = Peek.at(path, packed, lastPlace, (int) (end - lastPlace));
    return new Progress(
        end, 0, Mark.of(0, head, 0, head.length), Mark.of(lastPlace, tail, 0, tail.length));
  }

  private static long unpackedSize(Path path) throws IOException {
    byte[] block = new byte[BLOCK];
    try (Content content = Peek.open(path, true, 0)) {
      while (!content.ended()) {
        content.read(block, 0, block.length);
      }
      if (content.failure().isPresent()) {
        throw content.failure().get();
      }
      return content.count();
    }
  }
}
