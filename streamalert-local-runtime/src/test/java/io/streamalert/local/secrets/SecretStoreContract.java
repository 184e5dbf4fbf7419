package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each store does. */
abstract class SecretStoreContract {

  static final String NAME = "slack/security";
  static final String VALUE = "{\"url\":\"https://hooks.example/hunter2\"}";

  @TempDir
  Path folder;

  /** A store in the folder; each call gives another one on the same files. */
  abstract SecretStore store();

  /** The file in which the secret {@link #NAME} ends. */
  abstract Path file();

  @Test
  void whatIsWrittenIsReadByOthersToo() {
    assertThat(store().read(NAME)).isEmpty();

    store().write(NAME, VALUE);
    store().write("slack/other", "grüße\nsecond line");

    assertThat(store().read(NAME)).contains(VALUE);
    assertThat(store().read("slack/other")).contains("grüße\nsecond line");
    assertThat(store().read("slack/none")).isEmpty();
  }

  @Test
  void aChangeByOthersIsSeenAtOnce() {
    SecretStore reader = store();
    store().write(NAME, "old");
    assertThat(reader.read(NAME)).contains("old");

    store().write(NAME, "new");
    assertThat(reader.read(NAME)).contains("new");

    assertThat(store().remove(NAME)).isTrue();
    assertThat(reader.read(NAME)).isEmpty();
    assertThat(store().remove(NAME)).isFalse();
  }

  @Test
  void filesAreForTheirOwnerAloneAndNoDraftStays() throws IOException {
    store().write(NAME, VALUE);
    store().write(NAME, "again");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(names(file().getParent())).containsExactly(file().getFileName().toString());
  }

  @Test
  void aFileThatOthersMayReadIsRefused() throws IOException {
    store().write(NAME, VALUE);
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> store().read(NAME))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file().toString())
        .hasMessageContaining("chmod 600 " + file())
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aLargeFileIsRefused() throws IOException {
    store().write(NAME, VALUE);
    Files.write(file(), new byte[SecretStore.LIMIT_BYTES + 1]);

    assertThatThrownBy(() -> store().read(NAME))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("more than 1048576 bytes");
  }

  @Test
  void whatCannotBeWrittenSaysSo() throws IOException {
    Files.writeString(folder.resolve("store"), "in the way of the folder");

    assertThatThrownBy(() -> store().write(NAME, VALUE))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageNotContaining("hunter2");
  }

  /** A mounted file may be a link to the one that counts. */
  @Test
  void linksAreFollowed() throws IOException {
    store().write(NAME, "old");
    Path real = Files.move(file(), folder.resolve("real"));
    Files.createSymbolicLink(file(), real);

    store().write(NAME, VALUE);

    assertThat(Files.isSymbolicLink(file())).isTrue();
    assertThat(store().read(NAME)).contains(VALUE);
  }

  @Test
  void namesAreNeeded() {
    assertThatIllegalArgumentException().isThrownBy(() -> store().write(" ", VALUE));
    assertThat(store().read(" ")).isEmpty();
  }

  @Test
  void isDescribedByItsPlace() {
    assertThat(store().description()).contains(folder.toString());
    assertThat(store()).hasToString(store().description());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
