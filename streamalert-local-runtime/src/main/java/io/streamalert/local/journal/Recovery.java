package io.streamalert.local.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a journal to what its state file says. What a crash can leave is put away; anything else is refused before a
 * file is changed. For one use.
 */
final class Recovery {

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final JournalFiles files;
  private final Path folder;
  private final UUID instance;
  private final Committed committed;
  private final Leftovers leftovers;
  private final List<Segment> sealed = new ArrayList<>();
  private @Nullable Last last;
  private long lastCommit;

  /** The newest segment, if it can be appended to. */
  record Last(SegmentHeader header, Extent extent) {}

  /** What is behind the committed end. */
  private record Behind(SegmentHeader header, Path file, long size, List<byte[]> blocks) {}

  Recovery(JournalFiles files, Path folder, UUID instance, Committed committed) {
    this.files = files;
    this.folder = folder;
    this.instance = instance;
    this.committed = committed;
    this.leftovers = new Leftovers(files, folder);
  }

  /** The segments that were sealed, the oldest first. */
  List<Segment> sealed() {
    return sealed;
  }

  /** The number of the newest commit; 0 if none is left. */
  long lastCommit() {
    return lastCommit;
  }

  @Nullable
  Last last() {
    return last;
  }

  void run() throws IOException {
    files.createFolder(folder);
    List<Long> numbers = numbers();
    for (long number = committed.firstSegment(); number < committed.end().segment(); number++) {
      sealed.add(sealed(number));
    }
    @Nullable Behind cut = null;
    if (committed.firstSegment() <= committed.end().segment()) {
      cut = last(committed.end().segment());
    }
    @Nullable Behind later = later(numbers);
    refuseMoreThanACrashLeaves(numbers, cut, later);
    putAway(cut, later);
    deleteDropped(numbers);
  }

  private List<Long> numbers() throws IOException {
    List<Long> numbers = new ArrayList<>();
    for (String name : files.list(folder)) {
      SegmentHeader.number(name).ifPresent(numbers::add);
    }
    numbers.sort(null);
    return numbers;
  }

  /** A segment before the last one. One that is damaged does not keep StreamAlert from going on. */
  private Segment sealed(long number) throws IOException {
    Path file = existing(number);
    try (SegmentReader reader = new SegmentReader(file)) {
      header(reader, number);
      Sums sums = reader.seal();
      if (sums != null) {
        long end = reader.size() - BlockHeader.SIZE - Sums.SIZE;
        return Segment.of(number, file, true, new Extent(end, sums));
      }
      Extent sound = reader.scan(reader.size());
      LOG.warn(
          "{}: The journal is damaged at byte {}. Its records from there on are in no search. Bring"
              + " back a copy of the file.",
          file,
          sound.end());
      return Segment.of(number, file, true, new Extent(reader.size(), sound.sums()));
    }
  }

  /** The segment that holds the committed end. */
  private @Nullable Behind last(long number) throws IOException {
    Path file = existing(number);
    long end = committed.end().offset();
    try (SegmentReader reader = new SegmentReader(file)) {
      SegmentHeader header = header(reader, number);
      if (reader.size() < end) {
        throw Failures.missing(file);
      }
      Extent extent = reader.scan(end);
      if (extent.end() != end) {
        throw Failures.damaged(file, "there is no sound block at byte " + extent.end());
      }
      lastCommit = extent.sums().lastCommit();
      if (reader.sealAt(end) != null) {
        sealed.add(Segment.of(number, file, true, extent));
        return null;
      }
      last = new Last(header, extent);
      return new Behind(header, file, reader.size(), Leftovers.blocks(reader, end));
    }
  }

  private Path existing(long number) {
    Path file = SegmentHeader.file(folder, number);
    if (!Files.isRegularFile(file)) {
      throw Failures.missing(file);
    }
    return file;
  }

  private SegmentHeader header(SegmentReader reader, long number) throws IOException {
    SegmentHeader header = reader.header();
    if (header == null) {
      throw Failures.damaged(reader.file(), "the file does not begin as a segment does");
    }
    check(reader.file(), header);
    if (header.number() != number) {
      throw Failures.damaged(reader.file(), "the file holds segment " + header.number());
    }
    return header;
  }

  private void check(Path file, SegmentHeader header) {
    if (header.version() > SegmentHeader.VERSION) {
      throw Failures.newer(file, header.version());
    }
    if (!header.instance().equals(instance)) {
      throw Failures.otherInstance(file);
    }
  }

  /** A segment that was begun by an append which was not committed. */
  private @Nullable Behind later(List<Long> numbers) throws IOException {
    long number = committed.nextSegment();
    if (!numbers.contains(number)) {
      return null;
    }
    Path file = SegmentHeader.file(folder, number);
    try (SegmentReader reader = new SegmentReader(file)) {
      SegmentHeader header = reader.header();
      if (header == null) {
        SegmentHeader torn = new SegmentHeader(instance, number, 0);
        return new Behind(torn, file, reader.size(), List.of());
      }
      check(file, header);
      return new Behind(header, file, reader.size(), Leftovers.blocks(reader, SegmentHeader.SIZE));
    }
  }

  /** One append may have been under way. */
  private void refuseMoreThanACrashLeaves(
      List<Long> numbers, @Nullable Behind cut, @Nullable Behind later) {
    long appends = 0;
    appends += cut == null ? 0 : Leftovers.appends(cut.blocks);
    appends += later == null ? 0 : Leftovers.appends(later.blocks);
    long newest = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
    if (appends > 1 || newest > committed.nextSegment()) {
      long number = Math.max(committed.end().segment(), newest);
      throw Failures.stateTooOld(SegmentHeader.file(folder, number), committed.end());
    }
  }

  private void putAway(@Nullable Behind cut, @Nullable Behind later) throws IOException {
    if (cut != null && cut.size > committed.end().offset()) {
      keep(cut);
      try (JournalFiles.OpenFile file = files.open(cut.file)) {
        file.truncate(committed.end().offset());
        file.force();
      }
    }
    if (later != null && later.blocks.isEmpty()) {
      files.delete(later.file);
    } else if (later != null) {
      leftovers.move(later.header.number(), later.file);
    }
  }

  private void keep(Behind behind) throws IOException {
    if (!behind.blocks.isEmpty()) {
      leftovers.keep(behind.header, behind.blocks);
    }
  }

  /** The state file has forgotten these, but there was no time to delete them. */
  private void deleteDropped(List<Long> numbers) throws IOException {
    for (long number : numbers) {
      if (number < committed.firstSegment()) {
        files.delete(SegmentHeader.file(folder, number));
      }
    }
    files.forceFolder(folder);
  }
}
