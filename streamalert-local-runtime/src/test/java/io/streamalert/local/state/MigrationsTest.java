package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

  private static final String FIRST = Migrations.all().scripts().get(0);

  @TempDir
  private Path folder;

  private static Migrations next(String second) {
    return new Migrations(List.of(FIRST, second));
  }

  private void makeVersionOne() {
    try (StateFile file = StateFile.open(folder, new Migrations(List.of(FIRST)))) {
      store(file).commit(Made.alerts(0, 3));
    }
  }

  private static SqliteAlertStore store(StateFile file) {
    return new SqliteAlertStore(file, TestClock.create(), Settings.defaults());
  }

  private static long version(StateFile file) {
    return file.database().read(session -> session.number("PRAGMA user_version"));
  }

  @Test
  void aNewFileHasTheNewestVersion() {
    try (StateFile file = StateFile.open(folder)) {
      assertThat(version(file)).isEqualTo(Migrations.all().scripts().size());
    }
  }

  @Test
  void anOlderFileIsBroughtToTheNewestVersionWithItsContent() {
    makeVersionOne();
    try (StateFile file =
        StateFile.open(folder, next("ALTER TABLE head ADD COLUMN extra TEXT; SELECT 1;"))) {
      assertThat(version(file)).isEqualTo(2);
      assertThat(store(file).find(Made.alert(2).id())).isPresent();
      long added = file.database()
          .read(session -> session.number("SELECT count(*) FROM head WHERE extra IS NULL"));
      assertThat(added).isOne();
    }
    assertThatExceptionOfType(ConfigException.class)
        .as("the older program")
        .isThrownBy(() -> StateFile.open(folder, new Migrations(List.of(FIRST))))
        .withMessageContaining("has version 2");
  }

  @Test
  void aStepThatFailsLeavesTheFileAsItWas() {
    makeVersionOne();

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> StateFile.open(
            folder, next("ALTER TABLE head ADD COLUMN extra TEXT; DROP TABLE none;")))
        .withMessageContaining("cannot be opened");
    try (StateFile file = StateFile.open(folder, new Migrations(List.of(FIRST)))) {
      assertThat(version(file)).isEqualTo(1);
      assertThat(store(file).find(Made.alert(2).id())).isPresent();
    }
  }
}
