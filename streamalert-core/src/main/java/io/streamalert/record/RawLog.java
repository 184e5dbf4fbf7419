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

  /** How far apart the candidates of one piece are: more than any document has elements. */
  private static final long PIECE_STEP = 1L << 40;

  static final LogSource IN_MEMORY = new LogSource("memory", "records");

  private final LogSource source;
  private final Position position;
  private final byte[] bytes;
  private final int offset;
  private final int length;
  private final long firstOrdinal;
  private final long step;

  private RawLog(
      LogSource source,
      Position position,
      byte[] bytes,
      int offset,
      int length,
      long firstOrdinal,
      long step) {
    this.source = Objects.requireNonNull(source, "source");
    this.position = Objects.requireNonNull(position, "position");
    this.bytes = Objects.requireNonNull(bytes, "bytes");
    this.offset = offset;
    this.length = length;
    this.firstOrdinal = firstOrdinal;
    this.step = step;
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
    return new RawLog(source, position, bytes, 0, bytes.length, 0, 1);
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
    return new RawLog(source, position, bytes, offset, length, 0, 1);
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
   * The same log as a piece of a larger document that was read element by element: its first
   * candidate has the given ordinal, so that ids do not depend on how the document was cut. Further
   * candidates, which few elements have, come 2<sup>40</sup> ordinals apart, since the next ordinal
   * is that of the next piece.
   *
   * @param ordinal the ordinal of its first candidate, from 0 on; less than 2<sup>40</sup>
   * @return the raw log
   * @throws IllegalArgumentException if the ordinal is out of range
   */
  public RawLog withFirstOrdinal(long ordinal) {
    if (ordinal < 0 || ordinal >= PIECE_STEP) {
      throw new IllegalArgumentException(
          "The ordinal of a piece must be from 0 to 2^40 - 1, but is " + ordinal);
    }
    return new RawLog(source, position, bytes, offset, length, ordinal, PIECE_STEP);
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
   * The ordinal of the log's first candidate.
   *
   * @return 0, unless the log is a piece of a larger document
   */
  public long firstOrdinal() {
    return firstOrdinal;
  }

  /**
   * Whether the log is a piece of a larger document, as {@link #withFirstOrdinal} makes it, so that
   * its candidates are numbered as those of a piece.
   *
   * @return true if it is
   */
  public boolean isPiece() {
    return step != 1;
  }

  /**
   * The ordinal of one of the log's candidates.
   *
   * @param candidate which one, from 0 on
   * @return the same number, unless the log is a piece of a larger document
   */
  public long ordinal(int candidate) {
    return firstOrdinal + candidate * step;
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
