package io.streamalert.local.journal;

import io.streamalert.normalize.Artifact;
import io.streamalert.record.LogRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A journal of numbered records, with a state file that is only a field. */
final class Sandbox implements AutoCloseable {

  static final String INSTANCE = "00112233445566778899aabbccddeeff";

  private final Path folder;
  private final JournalFiles files;
  private final SegmentLimits limits;
  private Committed state = Committed.NOTHING;
  private Journal journal;

  Sandbox(Path folder) {
    this(folder, new DiskFiles(), SegmentLimits.DEFAULTS);
  }

  Sandbox(Path folder, JournalFiles files, SegmentLimits limits) {
    this.folder = folder.resolve("journal");
    this.files = files;
    this.limits = limits;
    this.journal = open(state);
  }

  Journal open(Committed committed) {
    return Journal.at(folder, INSTANCE, committed)
        .files(files)
        .limits(limits)
        .clock(Clock.fixed(Records.TIME, java.time.ZoneOffset.UTC))
        .open();
  }

  Sandbox reopen() {
    journal.close();
    journal = open(state);
    return this;
  }

  Journal journal() {
    return journal;
  }

  Committed state() {
    return state;
  }

  Path folder() {
    return folder;
  }

  JournalEnd append(long commit, int from, int count) {
    return journal.append(List.of(new JournalEntry(commit, Records.block(from, count))));
  }

  void commit(long commit, int from, int count) {
    state = state.upTo(append(commit, from, count));
    journal.confirm();
  }

  void drop(List<Segment> dropped) {
    state = state.without(dropped);
    journal.delete(dropped);
  }

  List<String> read() {
    return read(journal.segments());
  }

  List<String> read(Collection<Segment> segments) {
    List<String> read = new ArrayList<>();
    try (JournalReader reader = journal.read(segments)) {
      for (Optional<StoredBlock> block = reader.next(); block.isPresent(); block = reader.next()) {
        long commit = block.get().commit();
        block.get().records().forEach(record -> read.add(commit + " " + Records.told(record)));
      }
    }
    return read;
  }

  /** What {@link #read()} tells of a commit of the records from a number on. */
  static List<String> told(long commit, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(Records::numbered)
        .map(record -> commit + " " + told(record))
        .toList();
  }

  private static String told(LogRecord record) {
    return Records.told(record, Records.TIME, Artifact.allOf(record));
  }

  @Override
  public void close() {
    journal.close();
  }
}
