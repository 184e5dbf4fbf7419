package io.streamalert.local.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the elements of a long document: {@code [} and {@code ]}, or the members before the long list, the name
 * of the list, and the closing brackets. What comes behind the list is not known while its elements are read.
 */
final class Shell {

  /** Each element is read with its shell, so a large one would multiply the work. */
  static final int LONGEST = 1 << 12;

  private final byte[] before;
  private final byte[] after;
  private final int end;

  private Shell(byte[] head, int start, int end) {
    this.before = Arrays.copyOfRange(head, start, end);
    this.after = (head[start] == '[' ? "]" : "]}").getBytes(UTF_8);
    this.end = end;
  }

  /**
   * Finds the shell of a document that is longer than {@code limit}.
   *
   * @param head its first bytes, which JSON can begin with
   * @param start its first byte that is not blank
   * @return the shell, or null if no long list begins soon enough
   */
  static @Nullable Shell find(byte[] head, int start, int limit) {
    if (head[start] == '[') {
      return new Shell(head, start, start + 1);
    }
    int list = head[start] == '{' ? longList(head, start, Math.min(LONGEST, limit / 2)) : -1;
    return list < 0 ? null : new Shell(head, start, list + 1);
  }

  /** Where the list begins that is a member of the document and goes on behind its first bytes; or -1. */
  private static int longList(byte[] head, int start, int longest) {
    int stop = Math.min(start + longest, head.length);
    int list = -1;
    int depth = 0;
    for (int i = start; i < stop; i++) {
      switch (head[i]) {
        case '"' -> i = endOfText(head, i, stop);
        case '{', '[' -> list = depth++ == 1 ? i : list;
        case '}', ']' -> list = --depth == 1 ? -1 : list;
        default -> {}
      }
    }
    return list >= 0 && head[list] == '[' ? list : -1;
  }

  private static int endOfText(byte[] head, int start, int stop) {
    int i = start + 1;
    while (i < stop && head[i] != '"') {
      i += head[i] == '\\' ? 2 : 1;
    }
    return i;
  }

  /** From the start of the document to the opening bracket of the list. */
  byte[] before() {
    return before;
  }

  /** From the closing bracket of the list to the end. */
  byte[] after() {
    return after;
  }

  /** Where the elements begin. */
  int end() {
    return end;
  }

  boolean isMap() {
    return after.length > 1;
  }
}
