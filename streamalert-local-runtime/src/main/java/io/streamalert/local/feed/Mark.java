package io.streamalert.local.feed;

import io.streamalert.record.FieldValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Some bytes of a file's decompressed content, by which it is known again.
 *
 * @param place where they start
 * @param length how many they are, at most {@value #LONGEST}; 0 if nothing is known of the content
 * @param hash their hash
 */
record Mark(long place, int length, String hash) {

  static final int LONGEST = 1 << 10;
  static final Mark NONE = new Mark(0, 0, "");

  /** More than enough for what differs by chance. */
  private static final int HASH_BYTES = 16;

  /** A mark of the first bytes of a part that starts at a place. */
  static Mark of(long place, byte[] bytes, int offset, int length) {
    int marked = Math.min(length, LONGEST);
    return marked == 0 ? NONE : new Mark(place, marked, hash(bytes, offset, marked));
  }

  /** Whether these are the bytes at its place. */
  boolean fits(byte[] bytes) {
    return bytes.length == length && (length == 0 || hash(bytes, 0, length).equals(hash));
  }

  private static String hash(byte[] bytes, int offset, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, offset, length);
      byte[] hash = Arrays.copyOf(digest.digest(), HASH_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  List<Object> toList() {
    return List.of(place, length, hash);
  }

  static Mark parse(FieldValue written) {
    List<FieldValue> parts = written.elements();
    return parts.size() < 3
        ? NONE
        : new Mark(
            parts.get(0).asLong().orElse(0),
            Math.toIntExact(parts.get(1).asLong().orElse(0)),
            parts.get(2).textOr(""));
  }
}
