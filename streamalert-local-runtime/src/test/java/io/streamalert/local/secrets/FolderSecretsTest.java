package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class FolderSecretsTest extends SecretStoreContract {

  @Override
  SecretStore store() {
    return SecretStore.folder(folder.resolve("store"));
  }

  @Override
  Path file() {
    return folder.resolve("store/slack.security");
  }

  @Test
  void lineFeedsAtTheEndDoNotCount() throws IOException {
    store().write("a", " two\nlines\r\n\n");

    assertThat(store().read("a")).contains(" two\nlines");
  }

  @Test
  void namesLeadOutOfNoFolder() throws IOException {
    Files.writeString(folder.resolve("outside"), "hunter2");

    assertThat(store().read("../outside")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> store().write("../outside", "x"))
        .withMessageContaining("../outside");
    assertThatIllegalArgumentException().isThrownBy(() -> store().write("a".repeat(256), "x"));
  }

  @Test
  void namesOfAnyCharactersHaveFiles() {
    store().write("a b/ü%", "1");
    store().write("a b.ü%", "2");

    assertThat(folder.resolve("store/a%20b.%C3%BC%25")).exists();
    assertThat(store().read("a b/ü%")).contains("2");
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    store().write(NAME, VALUE);
    Files.write(file(), new byte[] {(byte) 0xff});

    assertThatThrownBy(() -> store().read(NAME))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("is not UTF-8");
  }

  @Test
  void theFolderIsForItsOwnerAlone() throws IOException {
    store().write(NAME, VALUE);

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("store"))))
        .isEqualTo("rwx------");
  }
}
