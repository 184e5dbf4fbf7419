package io.streamalert.local.framing;

import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;

/** The first bytes of content, and what they tell of the rest. */
final class Head {

  private static final LogSource NOWHERE = LogSource.of("file", "framing");

  private final byte[] bytes;
  private final int length;

  Head(byte[] bytes, int length) {
    this.bytes = bytes;
    this.length = length;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** The first byte that is neither blank nor of a byte order mark. */
  int start() {
    int start = isMarked(0xef, 0xbb) && length > 2 && at(2) == 0xbf ? 3 : 0;
    while (start < length && LineCutter.isBlank(bytes[start])) {
      start++;
    }
    return start;
  }

  boolean startsDocument() {
    int start = start();
    return start < length && isOpening(bytes[start]);
  }

  private static boolean isOpening(byte b) {
    return b == '{' || b == '[';
  }

  boolean isJson(int maxDepth) {
    return length > 0 && isJson(0, length, maxDepth);
  }

  /** Whether the first line that is not blank has an end, and is JSON. */
  boolean firstLineIsJson(int maxDepth) {
    int start = start();
    int stop = start;
    while (stop < length && bytes[stop] != '\n') {
      stop++;
    }
    return stop < length && isUtf8() && isJson(start, stop, maxDepth);
  }

  private boolean isJson(int from, int to, int maxDepth) {
    return new JsonReader(maxDepth).read(log(from, to)).isPresent();
  }

  /**
   * Whether this is JSON, or the beginning of what could be. Never false for such a beginning: where text that was cut
   * off is seen to be no JSON, no more of the text follows than one unfinished word, number or escape.
   */
  boolean mayBecomeJson(int maxDepth) {
    JsonReader reader = new JsonReader(maxDepth);
    return !isUtf8()
        || reader.read(log(0, length)).isPresent()
        || isUnfinished(reader.problemOffset(), maxDepth);
  }

  /** Whether the text before the problem goes on, and only the cut is the problem. */
  private boolean isUnfinished(int problem, int maxDepth) {
    return isUnfinishedWord(problem)
        && (problem == length || new Head(bytes, problem).goesOn(maxDepth));
  }

  /** Whether this is a beginning, and not JSON already. What is whole but for a text that is not UTF-8 does not go on. */
  private boolean goesOn(int maxDepth) {
    return !isJson(maxDepth) && mayBecomeJson(maxDepth);
  }

  private boolean isUnfinishedWord(int from) {
    for (int i = from; i < length; i++) {
      int b = at(i);
      boolean inside =
          Character.isLetterOrDigit(b) || b == '-' || b == '+' || b == '.' || b == '\\';
      if (b >= 0x80 || !inside) {
        return false;
      }
    }
    return true;
  }

  private RawLog log(int from, int to) {
    return RawLog.of(NOWHERE, Position.of("framing"), bytes, from, to - from);
  }

  /** Whether JSON that begins so is UTF-8. */
  boolean isUtf8() {
    boolean wide = isMarked(0xff, 0xfe) || isMarked(0xfe, 0xff);
    return !wide && (length < 2 || (bytes[0] != 0 && bytes[1] != 0));
  }

  /** Whether it begins as a list or map in UTF-16 or UTF-32 does. */
  boolean isWideDocument() {
    int i = 0;
    while (i < length && (at(i) == 0 || at(i) >= 0xfe || LineCutter.isBlank(bytes[i]))) {
      i++;
    }
    return !isUtf8() && i < length && isOpening(bytes[i]);
  }

  private boolean isMarked(int first, int second) {
    return length > 1 && at(0) == first && at(1) == second;
  }

  private int at(int i) {
    return bytes[i] & 0xff;
  }

  /** Whether there is a line break between its first and its last byte that is not blank. */
  boolean hasSeveralLines() {
    int end = length;
    while (end > 0 && LineCutter.isBlank(bytes[end - 1])) {
      end--;
    }
    return hasLineBreak(bytes, start(), end);
  }

  static boolean hasLineBreak(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return true;
      }
    }
    return false;
  }
}
