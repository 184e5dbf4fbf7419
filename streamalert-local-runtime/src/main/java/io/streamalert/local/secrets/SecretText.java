package io.streamalert.local.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns bytes into the text of a secret. */
final class SecretText {

  private SecretText() {}

  /** The text without line feeds at its end; empty if it is not UTF-8. */
  static Optional<String> decode(byte[] bytes) {
    try {
      ByteBuffer content = ByteBuffer.wrap(bytes, 0, endWithoutLineFeeds(bytes));
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(content).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static int endWithoutLineFeeds(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return end;
  }
}
