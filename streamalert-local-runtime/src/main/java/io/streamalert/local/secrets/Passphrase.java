package io.streamalert.local.secrets;

import java.nio.file.Path;

/** Supplies the passphrase of an encrypted file. Must be safe for use by many threads. */
@FunctionalInterface
public interface Passphrase {

  /**
   * Reads the passphrase.
   *
   * @param file the encrypted file that it is for
   * @param isNew whether that file is about to be made, so that a person is better asked twice
   * @return the passphrase as bytes, text in UTF-8; the caller overwrites them. Not empty
   * @throws java.io.UncheckedIOException if there is none to be had; the message says why
   */
  byte[] read(Path file, boolean isNew);

  /**
   * A passphrase that is in a file: at least 32 bytes, best random ones, for the owner alone. A line
   * feed at the end does not count.
   *
   * @param keyFile the file
   * @return the passphrase
   */
  static Passphrase ofKeyFile(Path keyFile) {
    PrivateFile key = new PrivateFile(keyFile);
    return (file, isNew) -> KeyFile.read(key);
  }
}
