package io.streamalert.local.journal;

import io.streamalert.local.journal.JournalFiles.OpenFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Writes the newest segment. What is behind its committed part can be cut again, also after an error. For one thread at a
 * time.
 */
final class SegmentWriter implements Closeable {

  private final JournalFiles files;
  private final Path file;
  private final SegmentHeader header;
  private final WriteBuffer buffer;
  private OpenFile open;
  private Extent committed;
  private Extent written;

  private SegmentWriter(
      JournalFiles files, Path file, SegmentHeader header, WriteBuffer buffer, Extent committed)
      throws IOException {
    this.files = files;
    this.file = file;
    this.header = header;
    this.buffer = buffer;
    this.committed = committed;
    this.written = committed;
    this.open = files.open(file);
  }

  /** Begins a segment; its file is made, but nothing is durable. */
  static SegmentWriter create(
      JournalFiles files, Path folder, SegmentHeader header, WriteBuffer buffer)
      throws IOException {
    Path file = SegmentHeader.file(folder, header.number());
    return new SegmentWriter(files, file, header, buffer, Extent.NONE);
  }

  /** Goes on with a segment that ends with its committed part. */
  static SegmentWriter resume(
      JournalFiles files, Path folder, SegmentHeader header, WriteBuffer buffer, Extent committed)
      throws IOException {
    Path file = SegmentHeader.file(folder, header.number());
    return new SegmentWriter(files, file, header, buffer, committed);
  }

  /** What of it counts. */
  Segment asSegment(boolean sealed) {
    return Segment.of(header.number(), file, sealed, committed);
  }

  SegmentHeader header() {
    return header;
  }

  Extent committed() {
    return committed;
  }

  /** Appends all, and makes it durable. */
  JournalEnd append(List<JournalEntry> entries) throws IOException {
    buffer.start(open, written.end());
    boolean fresh = written.end() == 0;
    if (fresh) {
      open.truncate(0); // of a file that could not be deleted
      buffer.put(header.encode());
      written = Extent.OF_HEADER;
    }
    int flags = BlockHeader.FIRST;
    for (JournalEntry entry : entries) {
      put(entry.block(), entry.block().header().numbered(entry.commit(), flags));
      flags = 0;
    }
    buffer.flush();
    open.force();
    if (fresh) {
      files.forceFolder(Objects.requireNonNull(file.getParent()));
    }
    return new JournalEnd(header.number(), written.end());
  }

  private void put(Block block, BlockHeader numbered) throws IOException {
    buffer.put(numbered.encode());
    buffer.put(block.payload());
    written = written.plus(numbered);
  }

  /** What was appended counts from now on. */
  void commit() {
    committed = written;
  }

  /**
   * Cuts all that does not count.
   *
   * @return whether anything is left; if not, the file is deleted and the writer is of no more use
   */
  boolean rollBack() throws IOException {
    close(); // an error or an interrupt may have left it unusable
    written = committed;
    if (committed.end() == 0) {
      files.delete(file);
      return false;
    }
    open = files.open(file);
    open.truncate(committed.end()); // the next append forces it
    return true;
  }

  /** Ends the segment with its sums, and closes it. */
  void seal() throws IOException {
    Block seal = committed.sums().seal();
    buffer.start(open, committed.end());
    buffer.put(seal.header().encode());
    buffer.put(seal.payload());
    buffer.flush();
    open.force();
    close();
  }

  @Override
  public void close() throws IOException {
    open.close();
  }
}
