package io.streamalert.local.framing;

/**
 * Follows JSON just closely enough to see where the parts of a list or map end: texts, escapes and depth. What it passes
 * over need not be JSON. Constant memory; not thread-safe.
 */
final class JsonBrackets {

  private int depth;
  private boolean inText;
  private boolean escaped;
  private boolean lineBreak;

  /**
   * Finds where a part ends: a comma or closing bracket outside of all brackets that were opened since the last one. A
   * line break inside of a text ends it too, for no JSON has one.
   *
   * @return the offset of that byte, or {@code to} if the part goes on
   */
  int stop(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      i = inText ? text(bytes, i, to) : outside(bytes, i, to);
      if (i < to && isStop(bytes[i])) {
        return i;
      }
      i++;
    }
    return to;
  }

  private boolean isStop(byte b) {
    return inText ? b == '\n' : b == ',' || b == ']' || b == '}';
  }

  /** The next byte of a text that is a line break, or the quote that closes it. */
  private int text(byte[] bytes, int from, int to) {
    int i = from;
    if (escaped && i < to) {
      escaped = false;
      i++;
    }
    while (i < to) {
      byte b = bytes[i];
      if (b == '"') {
        inText = false;
        return i;
      }
      if (b == '\n') {
        return i;
      }
      if (b == '\\') {
        escaped = i + 1 == to;
        i++;
      }
      i++;
    }
    return to;
  }

  /** The next byte that opens a text, or ends the part. */
  private int outside(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (bytes[i]) {
        case '"' -> {
          inText = true;
          return i;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> {
          if (depth == 0) {
            return i;
          }
          depth--;
        }
        case ',' -> {
          if (depth == 0) {
            return i;
          }
        }
        case '\n' -> lineBreak = true;
        default -> {}
      }
    }
    return to;
  }

  /** Whether it passed over a line break outside of texts. */
  boolean sawLineBreak() {
    return lineBreak;
  }
}
