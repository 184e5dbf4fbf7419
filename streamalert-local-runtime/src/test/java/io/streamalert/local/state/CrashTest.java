package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamalert.delivery.Commit;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the process, or the room on the disk, ends at any moment. */
class CrashTest {

  private static final int COMMITS = 20;

  private final TestClock clock = TestClock.create();

  @TempDir
  private Path parent;

  private SqliteAlertStore store(StateFile file) {
    return new SqliteAlertStore(file, clock, Settings.defaults());
  }

  @Test
  void afterEachCommitACopyOfTheFilesIsComplete() throws IOException {
    try (StateFile file = StateFile.open(parent.resolve("state"))) {
      SqliteAlertStore store = store(file);
      for (int i = 0; i < COMMITS; i++) {
        store.commit(Commit.builder()
            .alerts(List.of(Made.alert(i)))
            .checkpoint("files", Integer.toString(i))
            .counter("raw_logs", 1)
            .build());
        assertComplete(copy(parent.resolve("state"), parent.resolve("copy" + i)), i);
      }
    }
  }

  private void assertComplete(Path copy, int last) {
    try (StateFile file = StateFile.open(copy)) {
      SqliteAlertStore store = store(file);

      assertThat(store.checkpoint("files")).contains(Integer.toString(last));
      assertThat(store.counters()).containsEntry("raw_logs", last + 1L);
      assertThat(IntStream.rangeClosed(0, last))
          .allMatch(each -> store.find(Made.alert(each).id()).isPresent());
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName().toString()));
      }
    }
    return to;
  }

  @Test
  void aFullDiskIsToldAndNothingOfTheCommitIsStored() {
    try (StateFile file = StateFile.open(parent.resolve("state"))) {
      SqliteAlertStore store = store(file);
      store.commit(Made.alerts(0, 10));
      roomFor(file, 1);

      for (int attempt = 0; attempt < 2; attempt++) {
        assertThatExceptionOfType(UncheckedIOException.class)
            .isThrownBy(() -> store.commit(Made.alerts(10, 2_000)))
            .withMessageContainingAll("state.db", "The disk is full", "Make room");
        assertThat(store.find(Made.alert(10).id())).isEmpty();
        assertThat(store.find(Made.alert(9).id())).isPresent();
      }
      roomFor(file, 1_000_000);
      assertThat(store.commit(Made.alerts(10, 2_000)).accepted()).hasSize(1_990);
    }
  }

  /** SQLite takes no less than what the file has. */
  private static void roomFor(StateFile file, int pages) {
    file.database().write(session -> session.number("PRAGMA max_page_count = " + pages));
  }
}
