package io.streamalert.local.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps classified records and their artifacts in a folder of files that are only appended to.
 *
 * <p>An append is one half of a commit. The other half is a transaction in the state file, which stores the end that the
 * append returned:
 *
 * <ol>
 *   <li>{@link #append}: the records are durable when it returns, but do not count yet;
 *   <li>the transaction;
 *   <li>{@link #confirm()} or, if the transaction was rolled back, {@link #undo()}. Where nobody can tell which of both
 *       happened, the journal has to be closed and opened again with what the state file says.
 * </ol>
 *
 * <p>What of the journal is not in the state file when the process ends is put away when the journal is opened again.
 *
 * <p>One journal at a time may be open on a folder; the lock of the state file has to see to that. Thread-safe: while one
 * thread appends, others read and drop segments.
 */
public final class Journal implements AutoCloseable {

  private final JournalFiles files;
  private final Path folder;
  private final UUID instance;
  private final SegmentLimits limits;
  private final Clock clock;
  private final WriteBuffer buffer = new WriteBuffer();

  private volatile Content content;
  private @Nullable SegmentWriter writer;
  private @Nullable JournalEnd pending;
  private long lastCommit;
  private boolean broken;
  private boolean closed;

  Journal(JournalBuilder parts, Recovery recovered) throws IOException {
    this.files = parts.files;
    this.folder = parts.folder;
    this.instance = parts.instance;
    this.limits = parts.limits;
    this.clock = parts.clock;
    this.lastCommit = recovered.lastCommit();
    this.content = new Content(parts.committed, recovered.sealed(), null);
    Recovery.Last last = recovered.last();
    if (last != null) {
      writer = SegmentWriter.resume(files, folder, last.header(), buffer, last.extent());
      content = content.withOpen(writer.asSegment(false));
    }
  }

  /**
   * Prepares to open a journal.
   *
   * @param folder the folder; it is made if there is none
   * @param instanceId what tells the state file from all others: 32 hexadecimal digits
   * @param committed what of the journal counts, as the state file keeps it
   * @return a builder
   * @throws IllegalArgumentException if the id is another text
   */
  public static JournalBuilder at(Path folder, String instanceId, Committed committed) {
    return new JournalBuilder(folder, instanceId, committed);
  }

  /**
   * Appends the blocks of one commit, or of several that are stored in one transaction, and makes them durable. They
   * begin a new segment if the one before has enough.
   *
   * @param entries the blocks in the order of their commits; may be empty, and then nothing is
   *     appended
   * @return the end, for the transaction
   * @throws java.io.UncheckedIOException if the blocks cannot be written, for example because the
   *     disk is full. None of them counts, and an append can be tried again
   * @throws IllegalArgumentException if the numbers of the commits fall
   * @throws IllegalStateException if it was not told what became of the append before, or the
   *     journal is closed
   */
  public synchronized JournalEnd append(List<JournalEntry> entries) {
    requireSettled();
    requireOrder(entries);
    return entries.isEmpty()
        ? content.committed().end()
        : write(() -> {
          SegmentWriter ready = ready();
          pending = ready.append(entries);
          return pending;
        });
  }

  private void requireOrder(List<JournalEntry> entries) {
    long before = lastCommit;
    for (JournalEntry entry : entries) {
      if (entry.commit() < before) {
        throw new IllegalArgumentException(
            "The numbers of commits must not fall, but " + entry.commit() + " follows " + before);
      }
      before = entry.commit();
    }
  }

  private SegmentWriter ready() throws IOException {
    if (writer != null && hasEnough(writer)) {
      sealSegment(writer);
    }
    if (writer == null) {
      long created = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
      long number = content.committed().nextSegment();
      writer =
          SegmentWriter.create(files, folder, new SegmentHeader(instance, number, created), buffer);
    }
    return writer;
  }

  private boolean hasEnough(SegmentWriter segment) {
    Instant created = Instant.EPOCH.plus(segment.header().created(), ChronoUnit.MICROS);
    return segment.committed().end() >= limits.bytes()
        || !clock.instant().isBefore(created.plus(limits.age()));
  }

  /**
   * The transaction with the end of the last append is durable: its records count from now on, and readers see them. Does
   * nothing after an append of nothing.
   */
  public synchronized void confirm() {
    if (pending != null && writer != null) {
      writer.commit();
      lastCommit = writer.committed().sums().lastCommit();
      content = content.withEnd(pending).withOpen(writer.asSegment(false));
      pending = null;
    }
  }

  /**
   * The transaction with the end of the last append was rolled back: its records are cut again. Does nothing after an
   * append of nothing.
   *
   * @throws java.io.UncheckedIOException if they cannot be cut now; the next append tries it again
   *     before it writes
   */
  public synchronized void undo() {
    if (pending != null) {
      pending = null;
      broken = true;
      write(() -> content);
    }
  }

  /**
   * Ends the newest segment, so that it can be dropped or moved elsewhere; the next append begins a new one.
   *
   * @throws java.io.UncheckedIOException if that cannot be written
   * @throws IllegalStateException if it was not told what became of the last append, or the journal
   *     is closed
   */
  public synchronized void seal() {
    requireSettled();
    write(() -> {
      if (writer != null) {
        sealSegment(writer);
      }
      return content;
    });
  }

  private void sealSegment(SegmentWriter segment) throws IOException {
    segment.seal();
    content = content.withSealed(segment.asSegment(true));
    writer = null;
  }

  private <T> T write(Writing<T> action) {
    try {
      repair();
      broken = true; // until all of it is done
      T result = action.run();
      broken = false;
      return result;
    } catch (IOException e) {
      throw Failures.notWritten(folder, e);
    }
  }

  /** Cuts what an append left that failed or was undone. */
  private void repair() throws IOException {
    if (broken && writer != null && !writer.rollBack()) {
      writer = null;
    }
    broken = false;
  }

  private void requireSettled() {
    if (closed || pending != null) {
      throw new IllegalStateException(
          closed ? "The journal is closed" : "The last append is neither confirmed nor undone");
    }
  }

  /**
   * What counts, for the state file.
   *
   * @return the oldest segment and the end
   */
  public Committed committed() {
    return content.committed();
  }

  /**
   * The segments that hold committed records.
   *
   * @return the segments as they are now, the oldest first; unmodifiable
   */
  public List<Segment> segments() {
    return content.all();
  }

  /**
   * Reads segments from their start to the end that they had when they were asked for.
   *
   * @param segments some of {@link #segments()}
   * @return a reader, to be closed
   */
  public JournalReader read(Collection<Segment> segments) {
    return new JournalReader(segments, number -> number < content.committed().firstSegment());
  }

  /**
   * Deletes segments, after a transaction stored {@link Committed#without}. If the process ends between both, they are
   * deleted when the journal is opened again.
   *
   * @param dropped the oldest segments, all of them sealed, such as {@link Retention#expired} found
   * @throws java.io.UncheckedIOException if a file cannot be deleted; none of the segments counts
   *     any more
   * @throws IllegalArgumentException if they are not the oldest, or one is not sealed
   */
  public synchronized void delete(List<Segment> dropped) {
    content = content.without(dropped);
    try {
      for (Segment segment : dropped) {
        files.delete(segment.file());
      }
      files.forceFolder(folder);
    } catch (IOException e) {
      throw Failures.notDeleted(folder, e);
    }
  }

  /**
   * Ends the use of the folder. An append that was neither confirmed nor undone is as after a crash. A second call does
   * nothing.
   *
   * @throws java.io.UncheckedIOException if the newest file cannot be closed; nothing is lost
   */
  @Override
  public synchronized void close() {
    closed = true;
    pending = null;
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException e) {
      throw Failures.notWritten(folder, e);
    }
  }

  /** {@return the folder and its end} */
  @Override
  public String toString() {
    return "Journal[" + folder + ", " + content.committed() + "]";
  }

  @FunctionalInterface
  private interface Writing<T> {

    T run() throws IOException;
  }
}
