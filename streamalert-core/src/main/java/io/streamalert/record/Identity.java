package io.streamalert.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** SHA-256 as a UUID of version 8, the form of every id here. Vectors: docs/wire/identity.md. */
final class Identity {

  private static final long VERSION_8 = 0x8000L;
  private static final long IETF_VARIANT = 0x8000_0000_0000_0000L;

  private Identity() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static UUID uuid(byte[] hash) {
    ByteBuffer first = ByteBuffer.wrap(hash);
    long high = (first.getLong() & ~0xF000L) | VERSION_8;
    long low = (first.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | IETF_VARIANT;
    return new UUID(high, low);
  }
}
