package io.streamalert.record;

import io.streamalert.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON text into {@link FieldValue}s.
 *
 * <p>What counts as JSON is what the JSON reader of StreamAlert 3.5 (Python) takes: {@code NaN} and
 * {@code Infinity} are numbers, the last of several members with one key wins, integers have any
 * size, and the text is UTF-8, UTF-16 or UTF-32. Anything after the value but white space makes a
 * text not JSON.
 *
 * <p>A reader keeps working memory between calls, so make one per batch. Not thread-safe. The values
 * it returns are immutable and keep the bytes they were read from alive.
 */
public final class JsonReader {

  private final JsonScanner scanner;

  /** A reader of text that nests up to {@link Settings#DEFAULT_MAX_DEPTH} levels deep. */
  public JsonReader() {
    this(Settings.DEFAULT_MAX_DEPTH);
  }

  /**
   * A reader.
   *
   * @param maxDepth how deep lists and maps may nest, from 1 on; deeper text is not JSON
   */
  public JsonReader(int maxDepth) {
    scanner = new JsonScanner(maxDepth);
  }

  /**
   * Reads the content of a raw log.
   *
   * @param log the raw log
   * @return the value, or empty if the content is not JSON; {@link #problem()} then says why
   */
  public Optional<FieldValue> read(RawLog log) {
    return read(log.array(), log.offset(), log.size());
  }

  /**
   * Reads a text.
   *
   * @param text the text
   * @return the value, or empty if the text is not JSON; {@link #problem()} then says why
   */
  public Optional<FieldValue> read(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return value(scanner.scanText(utf8));
  }

  /**
   * Reads bytes.
   *
   * @param bytes the text in UTF-8, UTF-16 or UTF-32; kept by the values, so not to be changed
   * @return the value, or empty if the text is not JSON; {@link #problem()} then says why
   */
  public Optional<FieldValue> read(byte[] bytes) {
    return read(bytes, 0, bytes.length);
  }

  private Optional<FieldValue> read(byte[] bytes, int offset, int length) {
    return value(scanner.scan(bytes, offset, length));
  }

  private static Optional<FieldValue> value(@Nullable JsonTape tape) {
    return tape == null ? Optional.empty() : Optional.of(FieldValue.on(tape, 0));
  }

  /**
   * Why the last text was not JSON.
   *
   * @return the reason and the byte where it was seen; never a part of the text
   */
  public String problem() {
    return scanner.problem() + " (byte " + scanner.problemOffset() + ")";
  }

  /**
   * Where the last text was not JSON.
   *
   * @return the byte where it was seen, from 0
   */
  public int problemOffset() {
    return scanner.problemOffset();
  }
}
