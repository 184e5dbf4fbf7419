package io.streamalert.local.state;

import io.streamalert.alert.AlertId;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as their 16 bytes, which sort as the ids do. */
final class Ids {

  private static final int BYTES = 2 * Long.BYTES;

  private Ids() {}

  static byte[] bytes(AlertId id) {
    return bytes(id.uuid());
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  static AlertId alert(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return AlertId.parse(new UUID(buffer.getLong(), buffer.getLong()).toString());
  }
}
