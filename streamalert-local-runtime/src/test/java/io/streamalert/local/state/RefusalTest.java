package io.streamalert.local.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import io.streamalert.testkit.TestClock;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {

  private static final int PAGE = 4096;

  @TempDir
  private Path folder;

  private Path file() {
    return folder.resolve("state.db");
  }

  private void assertRefused(String... parts) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> StateFile.open(folder).close())
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(parts));
  }

  @Test
  void secondOpenInThisProcess() {
    try (StateFile first = StateFile.open(folder)) {
      assertRefused(folder.toString(), "in use by another", "End that one");
      assertRefused("in use by another");
      assertThat(first.instanceId()).isNotEmpty();
    }
    StateFile.open(folder).close();
  }

  @Test
  void secondProcess() throws Exception {
    try (StateFile first = StateFile.open(folder)) {
      assertRefused("in use by another"); // does not end the lock of the first
      assertThat(Child.run(folder)).contains("in use by another");
      assertThat(first.instanceId()).isNotEmpty();
    }
    assertThat(Child.run(folder)).isEqualTo("opened");
  }

  /** Opens a folder in another process; what it prints is its answer to this one. */
  static final class Child {

    private Child() {}

    static String run(Path folder) throws IOException, InterruptedException {
      Process child = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Child.class.getName(),
              folder.toString())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(child.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return said;
    }

    public static void main(String[] arguments) {
      try (StateFile file = StateFile.open(Path.of(arguments[0]))) {
        System.out.print(file.instanceId().isEmpty() ? "" : "opened");
      } catch (ConfigException e) {
        System.out.print(e.getMessage());
      }
    }
  }

  @Test
  void newerVersion() throws SQLException {
    StateFile.open(folder).close();
    inFile("PRAGMA user_version = 99");

    assertRefused(file().toString(), "has version 99", "none after 1", "Run a newer StreamAlert");
  }

  @Test
  void otherDatabase() throws SQLException {
    inFile("CREATE TABLE other (a)");

    assertRefused(file().toString(), "is no state file of StreamAlert", "another folder");
  }

  private void inFile(String sql) throws SQLException {
    try (Session session = Connections.writer(file())) {
      session.script(sql);
    }
  }

  @Test
  void anyOtherFile() throws IOException {
    Files.writeString(file(), "This is a text that is no database.".repeat(100));

    assertRefused(file().toString(), "is no state file of StreamAlert");
  }

  @Test
  void damagedFileAfterACrash() throws Exception {
    try (StateFile state = StateFile.open(folder)) {
      new SqliteAlertStore(state, TestClock.create(), Settings.defaults())
          .commit(Made.alerts(0, 100));
    }
    inFile("UPDATE head SET clean = 0");
    try (RandomAccessFile bytes = new RandomAccessFile(file().toFile(), "rw")) {
      bytes.seek(bytes.length() - PAGE);
      bytes.write(new byte[PAGE]);
    }

    assertRefused(file().toString(), "is damaged", "Bring back a copy", "start anew");
  }

  @Test
  void folderThatIsAFile() throws IOException {
    Path inTheWay = Files.createFile(folder.resolve("file"));

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> StateFile.open(inTheWay))
        .withMessageContainingAll(inTheWay.toString(), "cannot be used", "may write");
  }

  @Test
  void readOnlyFolder() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    try {
      assumeThat(Files.isWritable(folder)).as("not so for root").isFalse();
      assertRefused(folder.toString(), "access is denied", "may write");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
