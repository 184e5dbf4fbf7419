package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {

  /** A segment for each append. */
  private static final SegmentLimits TINY = new SegmentLimits(1, Duration.ofHours(1));

  @TempDir
  private Path folder;

  private Sandbox box;

  @BeforeEach
  void threeCommits() {
    box = new Sandbox(folder, new DiskFiles(), SegmentLimits.DEFAULTS);
    box.commit(1, 10, 2);
    box.commit(2, 20, 2);
    box.commit(3, 30, 2);
  }

  @Test
  void aTornTailIsCut() throws IOException {
    long size = Files.size(segment(1));
    byte[] half = Arrays.copyOf(Records.block(40, 2).header().encode(), 40);
    Files.write(segment(1), half, StandardOpenOption.APPEND);

    assertThat(box.reopen().read()).hasSize(6);
    assertThat(segment(1)).hasSize(size);
    assertThat(box.folder().resolve("orphans")).doesNotExist();
  }

  @Test
  void wholeBlocksThatWereNotCommittedMoveToOrphans() throws IOException {
    long size = Files.size(segment(1));
    box.journal()
        .append(List.of(
            new JournalEntry(4, Records.block(40, 2)), new JournalEntry(5, Records.block(50, 1))));
    box.reopen();
    box.append(4, 60, 1);
    box.reopen();

    assertThat(box.read()).hasSize(6);
    assertThat(segment(1)).hasSize(size);
    assertThat(orphans(1))
        .containsExactly(
            Sandbox.told(4, 40, 2).get(0),
            Sandbox.told(4, 40, 2).get(1),
            Sandbox.told(5, 50, 1).get(0));
    assertThat(orphans(2)).isEqualTo(Sandbox.told(4, 60, 1));
  }

  @Test
  void aNewSegmentThatWasNotCommittedMovesToOrphans() {
    box.journal().seal();
    box.append(4, 40, 2);
    assertThat(segment(2)).exists();

    box.reopen();

    assertThat(box.read()).hasSize(6);
    assertThat(segment(2)).doesNotExist();
    assertThat(box.folder().resolve("orphans/0000000002-1.log")).exists();
    box.commit(4, 50, 1);
    assertThat(segment(2)).exists();
  }

  @Test
  void anOldStateFileIsRefused() throws IOException {
    Committed old = box.state();
    box.commit(4, 40, 2);
    box.commit(5, 50, 2);
    byte[] before = Files.readAllBytes(segment(1));

    assertThatThrownBy(() -> box.open(old))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("0000000001.log")
        .hasMessageContaining("behind byte " + old.end().offset() + " of segment 1")
        .hasMessageContaining("older copy")
        .hasMessageContaining("Bring back the newest state file");
    assertThat(segment(1)).hasBinaryContent(before);
  }

  @Test
  void laterSegmentsThanACrashLeavesAreRefused() {
    Sandbox tiny = new Sandbox(folder.resolve("tiny"), new DiskFiles(), TINY);
    tiny.commit(1, 10, 1);
    Committed old = tiny.state();
    tiny.commit(2, 20, 1);
    tiny.commit(3, 30, 1);

    assertThatThrownBy(() -> tiny.open(old))
        .hasMessageContaining("0000000003.log")
        .hasMessageContaining("older copy");
    assertThatThrownBy(() -> tiny.open(Committed.NOTHING)).hasMessageContaining("older copy");
  }

  @Test
  void aJournalWithoutWhatWasCommittedIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(segment(1));
    Files.write(segment(1), Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> box.reopen())
        .hasMessageContaining("0000000001.log")
        .hasMessageContaining("lacks this file, or its end")
        .hasMessageContaining("Bring back the journal");

    Files.delete(segment(1));
    assertThatThrownBy(() -> box.reopen()).hasMessageContaining("lacks this file");
  }

  @Test
  void anEndInsideABlockIsRefused() {
    JournalEnd inside = new JournalEnd(1, box.state().end().offset() - 1);

    assertThatThrownBy(() -> box.open(Committed.NOTHING.upTo(inside)))
        .hasMessageContaining("damaged: there is no sound block at byte");
  }

  @Test
  void theJournalOfAnotherStateFileIsRefused() {
    String other = "ff" + Sandbox.INSTANCE.substring(2);

    assertThatThrownBy(() -> Journal.at(box.folder(), other, box.state()).open())
        .hasMessageContaining("belongs to the journal of another state file")
        .hasMessageContaining("Use the state folder that belongs to this journal");
    assertThatThrownBy(() -> Journal.at(box.folder(), other, Committed.NOTHING).open())
        .hasMessageContaining("another state file");
  }

  @Test
  void aNewerVersionIsRefused() throws IOException {
    SegmentHeader now;
    try (SegmentReader reader = new SegmentReader(segment(1))) {
      now = reader.header();
    }
    byte[] bytes = Files.readAllBytes(segment(1));
    byte[] newer = new SegmentHeader(2, now.instance(), 1, now.created()).encode();
    System.arraycopy(newer, 0, bytes, 0, newer.length);
    Files.write(segment(1), bytes);

    assertThatThrownBy(() -> box.reopen())
        .hasMessageContaining("version 2")
        .hasMessageContaining("Run a newer StreamAlert");
  }

  @Test
  void aSegmentThatLostItsSealIsReadAsFarAsItGoes() throws IOException {
    box.journal().seal();
    box.commit(4, 40, 2);
    byte[] bytes = Files.readAllBytes(segment(1));
    Files.write(segment(1), Arrays.copyOf(bytes, bytes.length - 1));

    box.reopen();

    assertThat(box.journal().segments()).extracting(Segment::records).containsExactly(6L, 2L);
    assertThatThrownBy(() -> box.read())
        .hasMessageContaining("0000000001.log")
        .hasMessageContaining("at byte " + (bytes.length - BlockHeader.SIZE - Sums.SIZE));
  }

  @Test
  void aSealOutlivesARestart() {
    box.journal().seal();
    box.reopen();

    assertThat(box.journal().segments()).extracting(Segment::sealed).containsExactly(true);
    box.commit(4, 40, 2);
    assertThat(box.journal().segments()).extracting(Segment::number).containsExactly(1L, 2L);
    assertThat(box.reopen().read()).hasSize(8);
  }

  @Test
  void numbersOfCommitsDoNotFallAfterARestart() {
    box.reopen();

    assertThatThrownBy(() -> box.append(2, 40, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 follows 3");
  }

  @Test
  void forgottenSegmentsAreDeletedAtTheNextStart() {
    box.journal().seal();
    box.commit(4, 40, 2);
    Committed forgotten = box.state().without(box.journal().segments().subList(0, 1));
    box.close();

    try (Journal journal = box.open(forgotten)) {
      assertThat(box.read(journal.segments())).hasSize(2);
      assertThat(segment(1)).doesNotExist();
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(
            () -> Journal.at(file, Sandbox.INSTANCE, Committed.NOTHING).open())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("Choose a folder");
  }

  private Path segment(long number) {
    return SegmentHeader.file(box.folder(), number);
  }

  private List<String> orphans(int count) throws IOException {
    Path file = box.folder().resolve("orphans/0000000001-" + count + ".log");
    try (SegmentReader reader = new SegmentReader(file)) {
      Extent all = reader.scan(reader.size());
      assertThat(all.end()).isEqualTo(reader.size());
      return box.read(List.of(Segment.of(1, file, true, all)));
    }
  }
}
