package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir
  private Path folder;

  @Test
  void onlyWhatIsConfirmedIsRead() {
    try (Sandbox box = new Sandbox(folder)) {
      JournalEnd first = box.append(1, 0, 3);
      assertThat(box.journal().segments()).isEmpty();

      box.journal().confirm();

      assertThat(box.journal().committed()).isEqualTo(new Committed(1, first));
      assertThat(box.read()).isEqualTo(Sandbox.told(1, 0, 3));
    }
  }

  @Test
  void anUndoneAppendIsGone() {
    try (Sandbox box = new Sandbox(folder)) {
      box.append(1, 0, 3);
      box.journal().undo();
      box.commit(1, 10, 2);
      box.append(2, 20, 2);
      box.journal().undo();

      assertThat(box.read()).isEqualTo(Sandbox.told(1, 10, 2));
      assertThat(box.reopen().read()).isEqualTo(Sandbox.told(1, 10, 2));
    }
  }

  @Test
  void anAppendOfNothingKeepsTheEnd() {
    try (Sandbox box = new Sandbox(folder)) {
      assertThat(box.journal().append(List.of())).isEqualTo(JournalEnd.NONE);
      box.journal().confirm();
      box.commit(1, 0, 1);

      assertThat(box.journal().append(List.of())).isEqualTo(box.state().end());
      box.journal().undo();
      assertThat(box.read()).hasSize(1);
    }
  }

  @Test
  void aSegmentThatHasEnoughIsSealedByTheNextAppend() {
    try (Sandbox box = new Sandbox(folder, new DiskFiles(), new SegmentLimits(600, HOUR))) {
      LongStream.rangeClosed(1, 4).forEach(commit -> box.commit(commit, (int) commit * 10, 3));

      List<Segment> segments = box.journal().segments();
      assertThat(segments).hasSizeGreaterThan(1);
      assertThat(segments).extracting(Segment::number).startsWith(1L, 2L);
      assertThat(segments.get(0).sealed()).isTrue();
      assertThat(segments.get(segments.size() - 1).sealed()).isFalse();
      assertThat(segments.stream().mapToLong(Segment::records).sum()).isEqualTo(12);
      assertThat(segments.stream().mapToLong(Segment::artifacts).sum()).isEqualTo(24);
      assertThat(segments.get(0).earliest()).isEqualTo(Records.TIME);
      assertThat(segments.get(0).latest()).isEqualTo(Records.TIME);
      assertThat(box.reopen().journal().segments()).isEqualTo(segments);
    }
  }

  @Test
  void anAppendIsNeverDivided() {
    try (Sandbox box = new Sandbox(folder, new DiskFiles(), new SegmentLimits(1, HOUR))) {
      List<JournalEntry> entries = LongStream.rangeClosed(1, 5)
          .mapToObj(commit -> new JournalEntry(commit, Records.block((int) commit * 10, 10)))
          .toList();
      box.journal().append(entries);
      box.journal().confirm();

      assertThat(box.journal().segments()).hasSize(1);
      assertThat(box.read()).hasSize(50);
    }
  }

  @Test
  void aSegmentThatIsOldEnoughIsSealedByTheNextAppend() {
    Path journal = folder.resolve("journal");
    Committed state;
    try (Sandbox box = new Sandbox(folder)) {
      box.commit(1, 0, 1);
      state = box.state();
    }
    Clock later = Clock.fixed(Records.TIME.plus(HOUR), ZoneOffset.UTC);
    try (Journal open =
        Journal.at(journal, Sandbox.INSTANCE, state).clock(later).open()) {
      open.append(List.of(new JournalEntry(2, Records.block(1, 1))));
      open.confirm();

      assertThat(open.segments()).extracting(Segment::sealed).containsExactly(true, false);
    }
  }

  @Test
  void itHasToBeToldWhatBecameOfAnAppend() {
    Sandbox box = new Sandbox(folder);
    box.append(1, 0, 1);

    assertThatThrownBy(() -> box.append(2, 1, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("neither confirmed nor undone");
    assertThatThrownBy(() -> box.journal().seal()).isInstanceOf(IllegalStateException.class);

    box.close();
    assertThatThrownBy(() -> box.append(2, 1, 1)).hasMessageContaining("closed");
    box.journal().undo();
    box.journal().confirm();
    box.close();
  }

  @Test
  void numbersOfCommitsDoNotFall() {
    try (Sandbox box = new Sandbox(folder)) {
      box.commit(5, 0, 1);

      assertThatThrownBy(() -> box.append(4, 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4 follows 5");
      box.commit(5, 1, 1);
    }
  }

  @Test
  void aFullDiskIsToldWithPlaceAndMend() {
    FaultyFiles files = new FaultyFiles();
    try (Sandbox box = new Sandbox(folder, files, SegmentLimits.DEFAULTS)) {
      box.commit(1, 0, 1);
      files.failAt(files.operations(), 1);

      assertThatThrownBy(() -> box.append(2, 1, 1))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(box.folder().toString())
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("Make room on the disk");

      box.commit(2, 1, 1);
      assertThat(box.read()).hasSize(2);
    }
  }

  @Test
  void anInterruptedThreadLosesNothing() {
    try (Sandbox box = new Sandbox(folder)) {
      box.commit(1, 0, 1);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> box.append(2, 1, 1)).isInstanceOf(UncheckedIOException.class);
      assertThat(Thread.interrupted()).isTrue();

      box.commit(2, 1, 1);
      assertThat(box.read()).hasSize(2);
    }
  }

  @Test
  void anAppendLargerThanTheBufferIsWhole() {
    try (Sandbox box = new Sandbox(folder);
        BlockBuilder builder = new BlockBuilder()) {
      List<JournalEntry> entries = LongStream.rangeClosed(1, 3)
          .mapToObj(commit -> new JournalEntry(commit, Records.ofNoise(builder, commit, 700_000)))
          .toList();
      box.journal().append(entries);
      box.journal().confirm();

      assertThat(box.journal().segments().get(0).bytes()).isGreaterThan(2_000_000);
      assertThat(box.read()).hasSize(3);
    }
  }

  @Test
  void whatIsMadeIsForItsOwner() throws IOException {
    try (Sandbox box = new Sandbox(folder)) {
      box.commit(1, 0, 1);

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(box.folder())))
          .isEqualTo("rwx------");
      for (Path file : FaultyFiles.below(box.folder())) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void anInstanceIdHasThirtyTwoDigits() {
    assertThatThrownBy(() -> Journal.at(folder, "abc", Committed.NOTHING))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 hexadecimal digits");
    assertThatThrownBy(() -> Journal.at(folder, "x".repeat(32), Committed.NOTHING))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void textsNameNoContent() {
    try (Sandbox box = new Sandbox(folder)) {
      box.commit(1, 0, 1);
      try (JournalReader reader = box.journal().read(box.journal().segments())) {
        StoredBlock block = reader.next().orElseThrow();

        assertThat(block.toString() + block.records() + Records.block(0, 1) + box.journal())
            .contains("commit=1")
            .doesNotContain("alice");
      }
    }
  }
}
