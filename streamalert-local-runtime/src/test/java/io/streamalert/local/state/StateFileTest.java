package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamalert.delivery.StoredAlert;
import io.streamalert.output.Delivery;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

  private final TestClock clock = TestClock.create();

  @TempDir
  private Path parent;

  private Path folder() {
    return parent.resolve("state ü?#%20");
  }

  private SqliteAlertStore store(StateFile file) {
    return new SqliteAlertStore(file, clock, Settings.defaults());
  }

  @Test
  void whatWasStoredIsThereAfterARestart() {
    StoredAlert before;
    String instance;
    try (StateFile file = StateFile.open(folder())) {
      SqliteAlertStore store = store(file);
      store.commit(Made.alerts(0, 3));
      store
          .claimDue(clock.instant(), Duration.ofMinutes(1), 1)
          .forEach(claim -> store.settle(claim, Map.of(Made.SLACK, Delivery.rejected("no"))));
      before = store.find(Made.alert(0).id()).orElseThrow();
      instance = file.instanceId();
    }
    try (StateFile file = StateFile.open(folder())) {
      SqliteAlertStore store = store(file);
      StoredAlert after = store.find(Made.alert(0).id()).orElseThrow();

      assertThat(file.instanceId()).isEqualTo(instance).matches("[0-9a-f]{32}");
      assertThat(after.alert()).isEqualTo(before.alert());
      assertThat(after.progress()).isEqualTo(before.progress());
      assertThat(after.state()).isEqualTo(StoredAlert.State.PARKED);
      assertThat(after.dispatched()).isEqualTo(before.dispatched());
      assertThat(store.commit(Made.alerts(0, 4)).accepted())
          .containsExactly(Made.alert(3).id());
    }
  }

  @Test
  void eachFolderIsAnotherInstance() {
    try (StateFile one = StateFile.open(folder());
        StateFile other = StateFile.open(parent.resolve("other"))) {
      assertThat(one.instanceId()).isNotEqualTo(other.instanceId());
    }
  }

  @Test
  void whatIsMadeIsForItsOwnerAlone() throws IOException {
    assumeThat(parent.getFileSystem().supportedFileAttributeViews()).contains("posix");
    try (StateFile file = StateFile.open(folder())) {
      store(file).commit(Made.alerts(0, 1));

      assertThat(rights(folder())).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(folder())) {
        assertThat(files)
            .hasSizeGreaterThan(2)
            .allSatisfy(
                each -> assertThat(rights(each)).as(each.toString()).isEqualTo("rw-------"));
      }
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void afterAnOrderlyEndEverythingIsInOneFile() throws IOException {
    try (StateFile file = StateFile.open(folder())) {
      store(file).commit(Made.alerts(0, 10));
      store(file).counters();
    }
    try (Stream<Path> files = Files.list(folder())) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("state.db", "lock");
    }
  }

  @Test
  void everyConnectionWaitsForTheDisk() {
    try (StateFile file = StateFile.open(folder())) {
      Transactions.Work<List<String>> guarantees = StateFileTest::guarantees;

      // A read within a read needs a second connection.
      List<List<String>> all = new ArrayList<>();
      file.database().read(outer -> {
        all.add(file.database().read(guarantees));
        return all.add(guarantees.on(outer));
      });
      all.add(file.database().write(guarantees));

      assertThat(all).hasSize(3).allMatch(List.of("wal", "2", "1", "5000")::equals);
    }
  }

  private static List<String> guarantees(Session session) throws SQLException {
    List<String> answers = new ArrayList<>();
    for (String pragma : List.of("journal_mode", "synchronous", "foreign_keys", "busy_timeout")) {
      answers.add(session.first("PRAGMA " + pragma, row -> row.getString(1)).orElseThrow());
    }
    return answers;
  }

  @Test
  void aClosedFileSaysSo() {
    StateFile file = StateFile.open(folder());
    SqliteAlertStore store = store(file);
    file.close();
    file.close();

    assertThatIllegalStateException()
        .isThrownBy(store::counters)
        .withMessageContaining("state.db is closed");
  }
}
