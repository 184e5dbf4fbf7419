package io.streamalert.local.feed;

import io.streamalert.local.feed.Collector.Frames;
import io.streamalert.local.framing.Content;
import io.streamalert.local.framing.Cutter;
import io.streamalert.local.framing.Framing;
import io.streamalert.local.framing.LastLine;
import io.streamalert.record.LogSource;
import io.streamalert.settings.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads one file from where it was taken to. Lines are counted by offset; content that may be a document by frames, so
 * that it is read from its start again and as many frames are passed over. Not thread-safe.
 */
final class FileReading implements Closeable {

  /** What was read at once, how far the file is taken with it, and whether there may be more. */
  record Taken(Frames frames, Progress progress, boolean more, Optional<IOException> failure) {}

  /** What all files of a feed are read by. */
  record Manner(LogSource source, Settings settings, int blockSize) {

    Framing framing(int block, LastLine lastLine) {
      return new Framing(settings, block, size -> {}, lastLine);
    }
  }

  private final Content content;
  private final Collector collector;
  private final Cutter cutter;
  private final int blockSize;
  private final boolean counted;
  private final Mark start;

  private FileReading(
      Content content,
      Collector collector,
      Cutter cutter,
      int blockSize,
      boolean counted,
      Mark start) {
    this.content = content;
    this.collector = collector;
    this.cutter = cutter;
    this.blockSize = blockSize;
    this.counted = counted;
    this.start = start;
  }

  /** Reads on in lines; the last one, if it has no end, is taken only from a file that is quiet. */
  static FileReading lines(Manner manner, Generation of, boolean quiet) throws IOException {
    long offset = of.progress().offset();
    Collector collector = new Collector(manner.source, of.position(), of.progress());
    Content content = Peek.open(of.file().path(), of.packed(), offset);
    long left = Math.max(1, of.file().size() - offset + 1);
    int block = of.packed() ? manner.blockSize : (int) Math.min(left, manner.blockSize);
    LastLine lastLine = quiet ? LastLine.TAKEN_IF_WHOLE : LastLine.LEFT;
    Cutter cutter = manner.framing(block, lastLine).linesFrom(content, collector, offset);
    return new FileReading(content, collector, cutter, manner.blockSize, false, Mark.NONE);
  }

  /** Reads a file that is quiet as a document, or else as lines. */
  static FileReading whole(Manner manner, Generation of) throws IOException {
    Path path = of.file().path();
    byte[] head = Peek.at(path, of.packed(), 0, Mark.LONGEST);
    Collector collector = new Collector(manner.source, of.position(), of.progress());
    Content content = Peek.open(path, of.packed(), 0);
    Framing framing = manner.framing(manner.blockSize, LastLine.TAKEN_IF_WHOLE);
    Cutter cutter = manner.source.hasMessages()
        ? framing.messages(content, collector)
        : framing.documentOrLines(content, collector);
    Mark start = Mark.of(0, head, 0, head.length);
    return new FileReading(content, collector, cutter, manner.blockSize, true, start);
  }

  /** Reads about a block more, or a line if that is longer. */
  Taken next() {
    long before = content.count();
    boolean more = true;
    while (more && (isLittle(before) || collector.isEmpty())) {
      more = cutter.step();
    }
    boolean finished = !more && content.failure().isEmpty();
    return new Taken(collector.drain(), progress(finished), more, content.failure());
  }

  private boolean isLittle(long before) {
    return content.count() - before < blockSize && collector.bytes() < blockSize;
  }

  private Progress progress(boolean finished) {
    if (counted && !finished) {
      return collector.counted(start);
    }
    Progress lines = collector.lines(cutter.next());
    return counted ? new Progress(lines.offset(), 0, start, lines.last()) : lines;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
