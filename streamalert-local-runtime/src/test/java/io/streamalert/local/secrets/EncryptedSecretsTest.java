package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class EncryptedSecretsTest extends SecretStoreContract {

  private static final ScryptCost CHEAP = new ScryptCost(2, 1, 1);
  private static final String PHRASE = "correct horse";
  private static final int HEADER = EncryptedHeader.BYTES;

  private final List<Boolean> asked = new ArrayList<>();
  private final List<byte[]> given = new ArrayList<>();

  @Override
  SecretStore store() {
    return store(PHRASE);
  }

  private SecretStore store(String phrase) {
    Passphrase passphrase = (file, isNew) -> {
      assertThat(file).isEqualTo(file());
      asked.add(isNew);
      given.add(phrase.getBytes(StandardCharsets.UTF_8));
      return given.get(given.size() - 1);
    };
    return new DocumentSecrets(new EncryptedDocument(new PrivateFile(file()), passphrase, CHEAP));
  }

  @Override
  Path file() {
    return folder.resolve("store/secrets.enc");
  }

  @Test
  void nothingOfItCanBeReadInTheFile() throws IOException {
    store().write(NAME, VALUE);

    String content = Files.readString(file(), StandardCharsets.ISO_8859_1);
    assertThat(content).startsWith("SASECRET").doesNotContain("hunter2", "slack", "url");
  }

  @Test
  void thePassphraseIsAskedOnceAndOverwritten() {
    SecretStore store = store();
    store.write(NAME, VALUE);
    store.write("b", "2");
    assertThat(store.read(NAME)).contains(VALUE);
    assertThat(asked).containsExactly(true);

    assertThat(store().read("b")).contains("2");
    assertThat(asked).containsExactly(true, false);
    assertThat(given).allMatch(phrase -> Arrays.equals(phrase, new byte[phrase.length]));
  }

  @Test
  void equalContentIsNeverEncryptedAlike() throws IOException {
    store().write(NAME, VALUE);
    byte[] first = Files.readAllBytes(file());
    store().write(NAME, VALUE);
    byte[] second = Files.readAllBytes(file());
    Files.delete(file());
    store().write(NAME, VALUE);
    byte[] third = Files.readAllBytes(file());

    assertThat(body(first)).isNotEqualTo(body(second)).isNotEqualTo(body(third));
    assertThat(salt(first)).isEqualTo(salt(second)).isNotEqualTo(salt(third));
  }

  private static byte[] body(byte[] file) {
    return Arrays.copyOfRange(file, HEADER, file.length);
  }

  private static byte[] salt(byte[] file) {
    return Arrays.copyOfRange(file, 12, 28);
  }

  @Test
  void aWrongPassphraseIsToldAndCanBeCorrected() {
    store().write(NAME, VALUE);

    for (String wrong : new String[] {"correct hors", "Correct horse", "x"}) {
      assertThatThrownBy(() -> store(wrong).read(NAME))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("The passphrase is not that of the file " + file())
          .hasMessageNotContaining(wrong + " ");
      assertThatThrownBy(() -> store(wrong).write(NAME, "x"))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThat(store().read(NAME)).contains(VALUE);
  }

  /** Also with the checksum made right again: then it is taken for a wrong passphrase or for damage. */
  @Test
  void eachChangedByteIsNoticed() throws IOException {
    store().write(NAME, VALUE);
    byte[] content = Files.readAllBytes(file());
    for (int at = 0; at < content.length; at++) {
      byte[] changed = content.clone();
      changed[at] ^= (byte) (1 << at % Byte.SIZE);
      assertRefused(changed, "damaged|no file of encrypted secrets|version");
      assertRefused(resummed(changed), "");
    }
  }

  private static byte[] resummed(byte[] changed) {
    CRC32 sum = new CRC32();
    sum.update(changed, 0, HEADER - Integer.BYTES);
    byte[] file = changed.clone();
    ByteBuffer.wrap(file).putInt(HEADER - Integer.BYTES, (int) sum.getValue());
    return file;
  }

  @Test
  void eachMissingEndIsNoticed() throws IOException {
    store().write(NAME, VALUE);
    byte[] content = Files.readAllBytes(file());
    for (int length = 0; length < content.length; length++) {
      assertRefused(Arrays.copyOf(content, length), "damaged|no file of encrypted secrets");
    }
    assertRefused(Arrays.copyOf(content, content.length + 1), "damaged");
  }

  private void assertRefused(byte[] changed, String reason) throws IOException {
    if (Arrays.equals(changed, Files.readAllBytes(file()))) {
      return;
    }
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), changed);
    assertThatThrownBy(() -> store().read(NAME))
        .isInstanceOf(UncheckedIOException.class)
        .message()
        .containsPattern(reason)
        .contains(file().toString())
        .doesNotContain("hunter2");
    Files.write(file(), whole);
  }

  /** A file of others must not make this process use all of its memory. */
  @Test
  void aCostBeyondReasonIsRefusedBeforeItIsPaid() throws IOException {
    store().write(NAME, VALUE);
    byte[] content = Files.readAllBytes(file());
    content[9] = 30;

    assertRefused(resummed(content), "damaged");
    assertThat(asked).containsExactly(true);
  }

  @Test
  void whenItsContentIsBrokenTheHeaderStillTellsTheRightPassphrase() throws IOException {
    store().write(NAME, VALUE);
    byte[] content = Files.readAllBytes(file());
    content[content.length - 1] ^= 1;
    Files.write(file(), content);

    assertThatThrownBy(() -> store().read(NAME)).hasMessageContaining("is damaged");
    assertThatThrownBy(() -> store("wrong").read(NAME)).hasMessageContaining("is not that of");
  }

  @Test
  void aKeyFileOpensIt() throws IOException {
    Path key = folder.resolve("key");
    Files.writeString(key, "k".repeat(44) + "\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    SecretStore store = SecretStore.encrypted(file(), Passphrase.ofKeyFile(key));
    store.write(NAME, VALUE);

    Files.writeString(key, "k".repeat(44));
    assertThat(SecretStore.encrypted(file(), Passphrase.ofKeyFile(key)).read(NAME))
        .contains(VALUE);
  }

  @Test
  void aKeyFileThatIsNoGoodIsRefused() throws IOException {
    Path key = folder.resolve("key");
    SecretStore store = SecretStore.encrypted(file(), Passphrase.ofKeyFile(key));

    assertThatThrownBy(() -> store.write(NAME, VALUE))
        .hasMessageContaining("key file " + key + " is missing");
    Files.writeString(key, "short");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> store.write(NAME, VALUE))
        .hasMessageContaining("less than 32 bytes")
        .hasMessageNotContaining("short");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> store.write(NAME, VALUE)).hasMessageContaining("chmod 600");
    assertThat(file()).doesNotExist();
  }
}
