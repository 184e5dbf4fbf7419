package io.streamalert.local.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was committed, block by block, while the journal is written. Holds one block in memory. For one thread at a
 * time.
 */
public final class JournalReader implements AutoCloseable {

  private final Deque<Segment> coming;
  private final LongPredicate dropped;
  private @Nullable SegmentReader reader;
  private @Nullable Segment segment;
  private long offset;

  JournalReader(Collection<Segment> segments, LongPredicate dropped) {
    this.coming = new ArrayDeque<>(segments);
    this.dropped = dropped;
  }

  /**
   * Reads the next block, and checks it. Segments that were dropped meanwhile are left out.
   *
   * @return the block; empty at the end
   * @throws UncheckedIOException if the block is damaged or cannot be read, with file and place. A
   *     further call goes on behind it: with the next block, or with the next segment where it is
   *     not known how long the damaged one is
   */
  public Optional<StoredBlock> next() {
    while (openNext()) {
      Segment now = Objects.requireNonNull(segment);
      if (offset < now.bytes()) {
        return Optional.of(read(now));
      }
      closeSegment();
    }
    return Optional.empty();
  }

  private boolean openNext() {
    while (reader == null && !coming.isEmpty()) {
      segment = coming.remove();
      offset = SegmentHeader.SIZE;
      open(segment);
    }
    return reader != null;
  }

  private void open(Segment next) {
    try {
      reader = new SegmentReader(next.file());
    } catch (NoSuchFileException e) {
      if (!dropped.test(next.number())) {
        throw Failures.unreadable(next.file(), 0, e);
      }
    } catch (IOException e) {
      throw Failures.unreadable(next.file(), 0, e);
    }
  }

  private StoredBlock read(Segment now) {
    long at = offset;
    try {
      BlockHeader header = header(now);
      offset += header.bytes();
      byte[] payload = Objects.requireNonNull(reader).payload(header, at);
      return new StoredBlock(header.commit(), now.file(), at, Payload.read(header, payload));
    } catch (IOException e) {
      throw Failures.unreadable(now.file(), at, e);
    }
  }

  private BlockHeader header(Segment now) throws IOException {
    BlockHeader header = Objects.requireNonNull(reader).block(offset);
    if (header == null || header.has(BlockHeader.SEAL) || offset + header.bytes() > now.bytes()) {
      offset = now.bytes();
      throw new Damage("there is no sound block");
    }
    return header;
  }

  private void closeSegment() {
    SegmentReader done = reader;
    reader = null;
    if (done != null) {
      close(done);
    }
  }

  private static void close(SegmentReader done) {
    Path file = done.file();
    try {
      done.close();
    } catch (IOException e) {
      throw Failures.unreadable(file, done.size(), e);
    }
  }

  /** Ends the reading; a further {@link #next()} finds nothing. */
  @Override
  public void close() {
    coming.clear();
    closeSegment();
  }
}
