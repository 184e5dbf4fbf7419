package io.streamalert.local.secrets;

import io.streamalert.settings.SecretSource;
import java.nio.file.Path;

/**
 * A source of secrets that can be changed. Whoever reads after a change gets the new value: nothing
 * is kept in memory. Each change is on the disk, whole, before its method returns; a crash leaves
 * the former state. Implementations are safe for use by many threads of one process; two processes
 * must not change one place at the same time.
 *
 * <p>A file is for its owner alone. One that others may read is refused, until that is mended. It
 * may have up to {@value #LIMIT_BYTES} bytes.
 *
 * <p>{@link #read} throws {@link java.io.UncheckedIOException} where a file cannot be read or used;
 * the message names the file and the mend.
 */
public interface SecretStore extends SecretSource {

  /** The largest file that is read, in bytes: {@value}. */
  int LIMIT_BYTES = 1024 * 1024;

  /**
   * Keeps a secret, in place of an earlier one of that name.
   *
   * @param name the name of the secret; not blank
   * @param value the value
   * @throws IllegalArgumentException if the name is blank or cannot be the name of a file
   * @throws java.io.UncheckedIOException if it cannot be kept; the message names the place
   */
  void write(String name, String value);

  /**
   * Forgets a secret.
   *
   * @param name the name of the secret
   * @return whether there was one
   * @throws java.io.UncheckedIOException if that cannot be done; the message names the place
   */
  boolean remove(String name);

  /**
   * A folder with one file for each secret, as container platforms mount them. The file of {@code
   * slack/security} is {@code slack.security}: a slash of a name becomes a dot, and each character
   * other than letters, digits, {@code -}, {@code _} and {@code .} of ASCII becomes {@code %} and two
   * hexadecimal digits for each of its bytes. Line feeds at the end of a file do not count.
   *
   * @param folder the folder; made by the first change if it is missing
   * @return the store
   */
  static SecretStore folder(Path folder) {
    return new FolderSecrets(folder);
  }

  /**
   * One file of JSON: a map from the name of a secret to its value, a text or, for a value that is a
   * JSON map, that map.
   *
   * @param file the file; made by the first change if it is missing
   * @return the store
   */
  static SecretStore file(Path file) {
    return new DocumentSecrets(new PlainDocument(new PrivateFile(file)));
  }

  /**
   * One encrypted file, whose content is that of {@link #file}. It is encrypted and authenticated by
   * AES-256-GCM, with a key that scrypt makes of a passphrase. Docs/secrets.md has the format.
   *
   * @param file the file; made by the first change if it is missing
   * @param passphrase where the passphrase comes from; asked once, and again if another file stands
   *     in the place of this one
   * @return the store; keeps the key, but not the passphrase, in memory
   */
  static SecretStore encrypted(Path file, Passphrase passphrase) {
    return new DocumentSecrets(
        new EncryptedDocument(new PrivateFile(file), passphrase, ScryptCost.DEFAULT));
  }
}
