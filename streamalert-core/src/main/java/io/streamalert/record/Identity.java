package io.streamalert.record;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.io.ByteArrayDataOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** SHA-256 as a UUID of version 8, the form of every id here. Vectors: docs/wire/identity.md. */
final class Identity {

  private static final HashFunction SHA_256 = Hashing.sha256();
  private static final long VERSION_8 = 0x8000L;
  private static final long IETF_VARIANT = 0x8000_0000_0000_0000L;

  private Identity() {}

  static UUID uuid(byte[] hashed) {
    ByteBuffer first = ByteBuffer.wrap(SHA_256.hashBytes(hashed).asBytes());
    long high = (first.getLong() & ~0xF000L) | VERSION_8;
    long low = (first.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | IETF_VARIANT;
    return new UUID(high, low);
  }

  /** A text behind its length, so that texts in a row cannot run together. */
  static void write(ByteArrayDataOutput out, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
