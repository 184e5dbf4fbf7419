package io.streamalert.record;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The id of one record: the same log, read again from the same place, gives the same id.
 *
 * <p>It is a UUID of version 8 over the SHA-256 of the scheme {@code sa1}, the position and the
 * ordinal, each length-prefixed; {@code docs/wire/identity.md} has the bytes and frozen vectors.
 * Immutable.
 */
public final class RecordId {

  private static final byte[] SCHEME = {0, 0, 0, 3, 's', 'a', '1'};

  private final UUID uuid;

  private RecordId(UUID uuid) {
    this.uuid = uuid;
  }

  /**
   * The id of an element of a raw log.
   *
   * @param position where the raw log was read
   * @param ordinal the number of the element among all candidate elements of the raw log, valid or
   *     not, from 0
   * @return the id
   */
  public static RecordId of(Position position, long ordinal) {
    byte[] place = position.encoded();
    return new RecordId(Identity.uuid(ByteBuffer.allocate(SCHEME.length + place.length + Long.BYTES)
        .put(SCHEME)
        .put(place)
        .putLong(ordinal)
        .array()));
  }

  /**
   * Reads the text form.
   *
   * @param text a UUID
   * @return the id
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static RecordId parse(String text) {
    return new RecordId(UUID.fromString(text));
  }

  /**
   * An id made of texts under a scheme of its own, for ids that other packages derive.
   *
   * @param scheme the scheme, such as {@code sa1a}; different schemes never collide
   * @param texts the texts
   * @return a UUID of version 8
   */
  public static UUID derive(String scheme, String... texts) {
    ByteArrayDataOutput out = ByteStreams.newDataOutput();
    Identity.write(out, scheme);
    for (String text : texts) {
      Identity.write(out, text);
    }
    return Identity.uuid(out.toByteArray());
  }

  /**
   * The id as a UUID.
   *
   * @return a UUID of version 8
   */
  public UUID uuid() {
    return uuid;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordId that && uuid.equals(that.uuid);
  }

  @Override
  public int hashCode() {
    return uuid.hashCode();
  }

  /** {@return the UUID in its usual text form} */
  @Override
  public String toString() {
    return uuid.toString();
  }
}
