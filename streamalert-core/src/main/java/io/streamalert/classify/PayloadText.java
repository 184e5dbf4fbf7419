package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The content of a JSON string that holds a payload, made in pieces. For one use. */
final class PayloadText {

  private static final int PIECE = 3 * (1 << 12);

  private final ByteBuffer bytes;

  PayloadText(byte[] payload) {
    this.bytes = ByteBuffer.wrap(payload);
  }

  /** Takes a piece of text, in which no surrogate pair is cut. */
  private interface Pieces {
    void take(CharBuffer piece) throws IOException;
  }

  /** Whether the payload is well-formed UTF-8. */
  boolean isText() {
    try {
      return decode(piece -> {});
    } catch (IOException e) {
      throw new AssertionError("nothing is written", e);
    }
  }

  /** Writes the payload with what JSON escapes. */
  void writeText(Appendable out) throws IOException {
    decode(piece -> {
      String json = FieldValue.of(piece.toString()).toJson();
      out.append(json, 1, json.length() - 1);
    });
  }

  private boolean decode(Pieces pieces) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer piece = CharBuffer.allocate(Math.min(PIECE, bytes.remaining() + 1));
    CoderResult result;
    do {
      result = decoder.decode(bytes, piece, true);
      pieces.take(piece.flip());
      piece.clear();
    } while (result.isOverflow());
    return result.isUnderflow();
  }

  /** Writes the payload as base64; only the last piece is padded, as all others are whole groups. */
  void writeBase64(Appendable out) throws IOException {
    while (bytes.hasRemaining()) {
      byte[] piece = new byte[Math.min(PIECE, bytes.remaining())];
      bytes.get(piece);
      out.append(Base64.getEncoder().encodeToString(piece));
    }
  }
}
