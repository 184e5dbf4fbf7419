package io.streamalert.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One log as a source delivered it: a line, a message or a whole document, undecoded.
 *
 * <p>The bytes are not copied: who makes a raw log must not change them afterwards. Immutable under
 * that condition, and thread-safe.
 */
public final class RawLog {

  static final LogSource IN_MEMORY = new LogSource("memory", "records");

  private final LogSource source;
  private final Position position;
  private final byte[] bytes;
  private final int offset;
  private final int length;
  private final long firstOrdinal;

  private RawLog(
      LogSource source,
      Position position,
      byte[] bytes,
      int offset,
      int length,
      long firstOrdinal) {
    this.source = Objects.requireNonNull(source, "source");
    this.position = Objects.requireNonNull(position, "position");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.offset = offset;
    this.length = length;
    this.firstOrdinal = firstOrdinal;
  }

  /**
   * A raw log that is the whole of an array.
   *
   * @param source where it came from
   * @param position its place in the source
   * @param bytes its content; not copied
   * @return the raw log
   */
  public static RawLog of(LogSource source, Position position, byte[] bytes) {
    return new RawLog(source, position, bytes, 0, bytes.length, 0);
  }

  /**
   * A raw log that is a part of an array, for example one line of a block that was read at once.
   *
   * @param source where it came from
   * @param position its place in the source
   * @param bytes the array; not copied
   * @param offset where the log starts in it
   * @param length how many bytes it has
   * @return the raw log
   * @throws IndexOutOfBoundsException if the part is not inside the array
   */
  public static RawLog of(
      LogSource source, Position position, byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    return new RawLog(source, position, bytes, offset, length, 0);
  }

  /**
   * A raw log of this text in UTF-8.
   *
   * @param source where it came from
   * @param position its place in the source
   * @param text its content
   * @return the raw log
   */
  public static RawLog of(LogSource source, Position position, String text) {
    return of(source, position, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A raw log that no source delivered, for tests and trials: from {@code memory:records}, at a
   * random position, so that the ids of its records are new each time.
   *
   * @param text its content
   * @return the raw log
   */
  public static RawLog of(String text) {
    return of(IN_MEMORY, somewhere(), text);
  }

  /** A position that nothing else has. */
  static Position somewhere() {
    return Position.of("memory", UUID.randomUUID().toString());
  }

  /**
   * The same log, whose elements are numbered from the given ordinal on. For an element of a larger
   * document that was read piece by piece: ids then do not depend on how it was cut.
   *
   * @param ordinal the ordinal of its first element; not negative
   * @return the raw log
   * @throws IllegalArgumentException if the ordinal is negative
   */
  public RawLog withFirstOrdinal(long ordinal) {
    if (ordinal < 0) {
      throw new IllegalArgumentException("An ordinal cannot be negative: " + ordinal);
    }
    return new RawLog(source, position, bytes, offset, length, ordinal);
  }

  /**
   * Where the log came from.
   *
   * @return the source
   */
  public LogSource source() {
    return source;
  }

  /**
   * The log's place in its source.
   *
   * @return the position
   */
  public Position position() {
    return position;
  }

  /**
   * The ordinal of the log's first element.
   *
   * @return 0, unless the log is a piece of a larger document
   */
  public long firstOrdinal() {
    return firstOrdinal;
  }

  /**
   * The size of the content.
   *
   * @return the number of bytes
   */
  public int size() {
    return length;
  }

  /**
   * The content.
   *
   * @return a copy
   */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /**
   * The content as UTF-8 text.
   *
   * @return the text, or empty if the bytes are not well-formed UTF-8
   */
  public Optional<String> text() {
    try {
      return Optional.of(StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, offset, length))
          .toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  byte[] array() {
    return bytes;
  }

  int offset() {
    return offset;
  }

  /** {@return source, position and size; never the content} */
  @Override
  public String toString() {
    return "RawLog[" + source + " " + position + ", " + length + " bytes]";
  }
}
