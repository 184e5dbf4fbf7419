package io.streamalert.record;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The place of a raw log in one generation of its source, from which the ids of its records follow.
 *
 * <p>Two raw logs have the same position only if they are the same log read twice. What the parts
 * are is agreed for each kind of source: for S3 the bucket, key, version and byte offset; for
 * Kinesis the stream, shard and sequence number; for a file a random id of the file and the byte
 * offset in its decompressed content. The value is opaque: only its bytes matter, as {@code
 * docs/wire/identity.md} defines them. Immutable and thread-safe.
 */
public final class Position {

  private final String kind;
  private final List<String> parts;
  private final @Nullable Position base;
  private final long index;
  // What comes before the offset of every line of a file. Racing threads compute the same.
  private byte @Nullable [] beforeLast;

  private Position(String kind, List<String> parts, @Nullable Position base, long index) {
    this.kind = kind;
    this.parts = parts;
    this.base = base;
    this.index = index;
  }

  /**
   * A position of these parts.
   *
   * @param kind the kind of source, such as {@code s3}; not empty
   * @param parts the parts, outermost first
   * @return the position
   * @throws IllegalArgumentException if the kind is empty
   */
  public static Position of(String kind, String... parts) {
    if (Objects.requireNonNull(kind, "kind").isEmpty()) {
      throw new IllegalArgumentException("A position needs a kind");
    }
    return new Position(kind, List.of(parts), null, -1);
  }

  /**
   * This position with one more part, a number. Equal to the position made with its decimal text,
   * but cheap to make for every line of a file.
   *
   * @param index an offset or count; not negative
   * @return the longer position
   * @throws IllegalArgumentException if the number is negative
   */
  public Position then(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("An offset cannot be negative: " + index);
    }
    return base == null
        ? new Position(kind, parts, this, index)
        : of(kind, parts().toArray(String[]::new)).then(index);
  }

  /**
   * The kind of source.
   *
   * @return the kind; not empty
   */
  public String kind() {
    return kind;
  }

  /**
   * The parts, outermost first.
   *
   * @return the parts; unmodifiable
   */
  public List<String> parts() {
    if (base == null) {
      return parts;
    }
    String[] all = parts.toArray(new String[parts.size() + 1]);
    all[parts.size()] = Long.toString(index);
    return List.of(all);
  }

  /** The bytes that identity is made of: kind, number of parts, parts. */
  byte[] encoded() {
    return base == null ? encode(parts, parts.size()) : base.encodedWith(Long.toString(index));
  }

  private byte[] encodedWith(String last) {
    byte[] before = beforeLast;
    if (before == null) {
      before = encode(parts, parts.size() + 1);
      beforeLast = before;
    }
    byte[] text = last.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(before.length + Integer.BYTES + text.length)
        .put(before)
        .putInt(text.length)
        .put(text)
        .array();
  }

  private byte[] encode(List<String> texts, int count) {
    ByteArrayDataOutput out = ByteStreams.newDataOutput();
    Identity.write(out, kind);
    out.writeInt(count);
    texts.forEach(text -> Identity.write(out, text));
    return out.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position that && kind.equals(that.kind) && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + parts().hashCode();
  }

  /** {@return kind and parts joined by {@code /}, for people} */
  @Override
  public String toString() {
    return kind + "/" + String.join("/", parts());
  }
}
