package io.streamalert.cli;

import io.streamalert.local.secrets.Passphrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Asks a person for the passphrase of an encrypted file. */
final class TypedPassphrase implements Passphrase {

  private final Prompt prompt;

  TypedPassphrase(Prompt prompt) {
    this.prompt = prompt;
  }

  @Override
  public byte[] read(Path file, boolean isNew) {
    if (!prompt.isThere()) {
      throw failure("There is no terminal to ask for the passphrase of " + file
          + ". Name a \"key_file\" beside its path.");
    }
    char[] typed = ask((isNew ? "New passphrase" : "Passphrase") + " of " + file + ": ");
    try {
      if (isNew) {
        confirm(typed);
      }
      return bytes(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  private void confirm(char[] typed) {
    char[] again = ask("The same once more: ");
    boolean same = Arrays.equals(typed, again);
    Arrays.fill(again, '\0');
    if (!same) {
      throw failure("The two passphrases differ. Try again.");
    }
  }

  private char[] ask(String question) {
    return prompt
        .hidden(question)
        .filter(typed -> typed.length > 0)
        .orElseThrow(() -> failure("No passphrase was given. Try again."));
  }

  private static byte[] bytes(char[] typed) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    encoded.clear();
    encoded.put(new byte[encoded.capacity()]);
    return bytes;
  }

  private static UncheckedIOException failure(String message) {
    return new UncheckedIOException(message, new IOException(message));
  }
}
