package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {

  private static final SegmentLimits SMALL = new SegmentLimits(600, Duration.ofHours(1));

  @TempDir
  private Path folder;

  private Sandbox box;

  @BeforeEach
  void open() {
    box = new Sandbox(folder, new DiskFiles(), SMALL);
  }

  @Test
  void aReaderStopsWhereTheJournalEndedWhenItWasAsked() {
    box.commit(1, 0, 2);
    List<Segment> asked = box.journal().segments();
    box.commit(2, 10, 2);

    assertThat(box.read(asked)).isEqualTo(Sandbox.told(1, 0, 2));
  }

  @Test
  void aDamagedBlockIsToldAndTheNextOnesAreRead() throws IOException {
    LongStream.rangeClosed(1, 3).forEach(commit -> box.commit(commit, (int) commit * 10, 1));
    long second = box.journal().segments().get(0).bytes() / 3;
    flip(1, SegmentHeader.SIZE + BlockHeader.SIZE + 5);

    try (JournalReader reader = box.journal().read(box.journal().segments())) {
      assertThatThrownBy(reader::next)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("0000000001.log")
          .hasMessageContaining("at byte " + SegmentHeader.SIZE)
          .hasMessageContaining("checksum")
          .hasMessageContaining("Bring back a copy of the file");
      StoredBlock next = reader.next().orElseThrow();
      assertThat(next.commit()).isEqualTo(2);
      assertThat(next.offset()).isGreaterThan(second);
    }
  }

  @Test
  void behindADamagedHeaderTheNextSegmentIsRead() throws IOException {
    LongStream.rangeClosed(1, 6).forEach(commit -> box.commit(commit, (int) commit * 10, 1));
    long inSecond = box.journal().segments().get(1).records();
    flip(1, SegmentHeader.SIZE + 20);

    try (JournalReader reader = box.journal().read(box.journal().segments().subList(0, 2))) {
      assertThatThrownBy(reader::next).hasMessageContaining("no sound block");
      for (int i = 0; i < inSecond; i++) {
        assertThat(reader.next()).isPresent();
      }
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void aMissingFileIsAnErrorUnlessItWasDropped() throws IOException {
    LongStream.rangeClosed(1, 6).forEach(commit -> box.commit(commit, (int) commit * 10, 1));
    List<Segment> segments = box.journal().segments();
    assertThat(segments).hasSizeGreaterThan(2);

    try (JournalReader reader = box.journal().read(segments)) {
      box.drop(segments.subList(0, 1));
      Files.delete(segments.get(1).file());
      assertThatThrownBy(reader::next)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("0000000002.log");
      assertThat(reader.next()).isPresent();
    }
  }

  @Test
  void readersSeeWholeCommitsOnceWhileTheJournalIsWrittenAndDropped() throws Exception {
    CompletableFuture<Void> writer = CompletableFuture.runAsync(this::writeAndDrop);
    do {
      List<String> read = box.read();
      assertThat(new HashSet<>(read)).hasSameSizeAs(read);
      assertThat(read.size() % 2).isZero();
    } while (!writer.isDone());
    writer.get();

    List<Segment> left = box.journal().segments();
    assertThat(box.read())
        .hasSize((int) left.stream().mapToLong(Segment::records).sum());
  }

  private void writeAndDrop() {
    for (int commit = 1; commit <= 150; commit++) {
      box.commit(commit, commit * 2, 2);
      if (commit % 10 == 0) {
        box.drop(box.journal().segments().subList(0, 2));
      }
    }
  }

  @Test
  void onlyTheOldestSealedSegmentsCanBeDropped() {
    LongStream.rangeClosed(1, 6).forEach(commit -> box.commit(commit, (int) commit * 10, 1));
    List<Segment> segments = box.journal().segments();
    Segment open = segments.get(segments.size() - 1);

    assertThatThrownBy(() -> box.journal().delete(segments.subList(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Only the oldest segments");
    assertThatThrownBy(() -> box.journal().delete(segments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("segment " + open.number() + " is not");
    assertThat(box.read()).hasSize(6);
  }

  @Test
  void aJournalOfWhichAllIsDroppedGoesOn() {
    box.commit(1, 0, 2);
    box.journal().seal();
    box.drop(box.journal().segments());
    assertThat(box.read()).isEmpty();
    assertThat(box.reopen().read()).isEmpty();

    box.commit(2, 10, 2);

    assertThat(box.reopen().read()).isEqualTo(Sandbox.told(2, 10, 2));
    assertThat(box.journal().committed().firstSegment()).isEqualTo(2);
  }

  private void flip(long segment, int at) throws IOException {
    Path file = SegmentHeader.file(box.folder(), segment);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
