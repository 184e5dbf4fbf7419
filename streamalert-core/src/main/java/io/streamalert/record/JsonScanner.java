package io.streamalert.record;

import com.google.common.base.Utf8;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into a {@link JsonTape} in one pass, eight bytes at a time where that pays.
 *
 * <p>It accepts exactly what Python's {@code json.loads} accepts of bytes: the JSON grammar, and also {@code NaN},
 * {@code Infinity} and {@code -Infinity}; duplicate keys; UTF-8, UTF-16 and UTF-32 with or without a byte order mark.
 * Stricter than Python in two points: the encoding must be well-formed (Python lets encoded surrogates pass), and
 * depth is limited.
 *
 * <p>Make one per batch: the working memory is kept from document to document. Not thread-safe. The tapes share
 * nothing with the scanner, only the bytes they were made from. No input makes {@link #scan} throw.
 */
final class JsonScanner {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long SPACES = ' ' * ONES;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;

  /** Set in the result of {@link #string} if there is an escape; offsets are shorter. */
  private static final int ESCAPES = 1 << JsonTape.OFFSET_BITS;

  /** Words that one turn of the loop may write: a key and the head of a container. */
  private static final int TURN = 5;

  private static final java.lang.invoke.VarHandle INTS =
      java.lang.invoke.MethodHandles.byteArrayViewVarHandle(
          int[].class, java.nio.ByteOrder.LITTLE_ENDIAN);
  private final int maxDepth;
  private int[] scratch = new int[1024];
  private int used;
  private long seen;
  private String problem = "";
  private int problemOffset;
  private int origin;

  /**
   * Creates a scanner.
   *
   * @param maxDepth how deep lists and maps may be nested; {@code []} has depth 1
   */
  JsonScanner(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /**
   * Reads one document.
   *
   * @param bytes holds it; must not change as long as the tape is in use
   * @param offset where it starts
   * @param length how many bytes it has
   * @return the tape, or null if this is not JSON: see {@link #problem()}
   */
  @Nullable
  JsonTape scan(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    origin = offset;
    if (offset + length > JsonTape.MAX_OFFSET) {
      return reject("longer than " + JsonTape.MAX_OFFSET + " bytes", offset);
    }
    JsonEncoding encoding = JsonEncoding.of(bytes, offset, length);
    if (encoding.isUtf8()) {
      return scanUtf8(bytes, offset + encoding.mark, offset + length);
    }
    byte[] utf8 = encoding.toUtf8(bytes, offset, length, JsonTape.MAX_OFFSET);
    if (utf8 == null) {
      return reject("the text is not valid " + encoding.family(), offset);
    }
    origin = 0;
    return scanUtf8(utf8, 0, utf8.length);
  }

  /** Returns why the last {@link #scan} returned null; contains nothing of the input. */
  String problem() {
    return problem;
  }

  /** Returns where the problem was, counted from the start of the document; in its UTF-8 form if it was converted. */
  int problemOffset() {
    return problemOffset - origin;
  }

  private @Nullable JsonTape scanUtf8(byte[] bytes, int start, int end) {
    seen = 0;
    if (!document(bytes, start, end)) {
      return null;
    }
    if ((seen & HIGHS) != 0 && !Utf8.isWellFormed(bytes, start, end - start)) {
      return reject("the text is not valid UTF-8", start);
    }
    return new JsonTape(bytes, Arrays.copyOf(scratch, used));
  }

  /**
   * Fills {@link #scratch} and {@link #used}; returns false if this is not JSON.
   *
   * <p>One long method on purpose: position, index and the open container stay in registers, and each turn of the
   * loop reads one element or member with what follows it. The second word of an open container holds the index of
   * the container around it, so that no other stack is needed.
   */
  private boolean document(byte[] bytes, int start, int end) {
    int[] words = scratch;
    int n = 0;
    int open = -1;
    int depth = 0;
    boolean inMap = false;
    int p = blank(bytes, start, end);
    elements:
    while (true) {
      if (n > words.length - TURN) {
        words = scratch = Arrays.copyOf(words, words.length * 2);
      }
      if (inMap) {
        if (p >= end || bytes[p] != '"') {
          return fail("a key is missing", p);
        }
        int close = string(bytes, p + 1, end);
        if (close < 0) {
          return false;
        }
        n = putString(words, n, p + 1, close);
        p = close & JsonTape.MAX_OFFSET;
        if (p <= end - 4 && ((int) INTS.get(bytes, p) & 0xffffff) == 0x223a22) {
          p += 2;
        } else {
          p = blank(bytes, p + 1, end);
          if (p >= end || bytes[p] != ':') {
            return fail("a colon is missing", p);
          }
          p = blank(bytes, p + 1, end);
        }
      }
      if (p >= end) {
        return fail("a value is missing", p);
      }
      int first = bytes[p];
      if (first == '"') {
        int close = string(bytes, p + 1, end);
        if (close < 0) {
          return false;
        }
        n = putString(words, n, p + 1, close);
        p = close & JsonTape.MAX_OFFSET;
        if (inMap && p <= end - 4 && ((int) INTS.get(bytes, p) & 0xffffff) == 0x222c22) {
          p += 2;
          continue;
        }
        p++;
      } else if (first == '{' || first == '[') {
        if (++depth > maxDepth) {
          return fail("nesting is deeper than " + maxDepth, p);
        }
        inMap = first == '{';
        words[n] = (inMap ? JsonTape.MAP : JsonTape.LIST) << JsonTape.OFFSET_BITS | p;
        words[n + 1] = open;
        open = n;
        n += 3;
        p = blank(bytes, p + 1, end);
        if (p >= end
            || bytes[p] != first + 2) { // each closing bracket is two above its opening one
          continue;
        }
      } else {
        int close = JsonScalars.read(bytes, p, end);
        if (close < 0) {
          return fail(JsonScalars.problem(close), p);
        }
        words[n] = (close & ~JsonTape.MAX_OFFSET) | p;
        words[n + 1] = (close & JsonTape.MAX_OFFSET) - p;
        n += 2;
        p = close & JsonTape.MAX_OFFSET;
      }
      while (true) {
        p = blank(bytes, p, end);
        if (open < 0) {
          used = n;
          return p >= end || fail("text after the end of the JSON value", p);
        }
        if (p >= end) {
          return fail("a list or map is not closed", p);
        }
        int c = bytes[p];
        p++;
        if (c == ',') {
          p = blank(bytes, p, end);
          continue elements;
        }
        if (c != (inMap ? '}' : ']')) {
          return fail("a comma or closing bracket is missing", p - 1);
        }
        int around = words[open + 1];
        words[open + 1] = n;
        words[open + 2] = p;
        open = around;
        depth--;
        inMap = around >= 0 && words[around] >>> JsonTape.OFFSET_BITS == JsonTape.MAP;
      }
    }
  }

  private static int putString(int[] words, int n, int start, int close) {
    words[n] = JsonTape.STRING << JsonTape.OFFSET_BITS | start;
    words[n + 1] =
        (close & JsonTape.MAX_OFFSET) - start | (close & ESCAPES) << 3; // the bit becomes the sign
    return n + 2;
  }

  /** Returns the first offset from {@code p} on that holds no whitespace, or {@code end}. */
  private static int blank(byte[] bytes, int p, int end) {
    return p < end && bytes[p] > ' ' ? p : blanks(bytes, p, end);
  }

  private static int blanks(byte[] bytes, int from, int end) {
    int p = from;
    while (p < end && isBlank(bytes[p])) {
      p++;
      while (p <= end - Long.BYTES && (long) JsonBytes.LONGS.get(bytes, p) == SPACES) {
        p += Long.BYTES; // indentation
      }
    }
    return p;
  }

  private static boolean isBlank(int b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /**
   * Reads a string from after its opening quote.
   *
   * <p>Long because it is the innermost loop. In each of the three terms of {@code stop}, the lowest byte whose high
   * bit is set is exact: a quote, a backslash, or less than a space. Higher ones may be borrows, but only the lowest
   * counts.
   *
   * @return the offset of the closing quote, with {@link #ESCAPES}; or -1
   */
  private int string(byte[] bytes, int from, int end) {
    int p = from;
    int escapes = 0;
    long all = 0;
    while (true) {
      long stop = 0;
      while (p <= end - Long.BYTES) {
        long word = (long) JsonBytes.LONGS.get(bytes, p);
        all |= word;
        stop =
            ((word ^ QUOTES) - ONES | (word ^ BACKSLASHES) - ONES | word - SPACES) & ~word & HIGHS;
        if (stop != 0) {
          p += Long.numberOfTrailingZeros(stop) >>> 3;
          break;
        }
        p += Long.BYTES;
      }
      if (stop == 0) {
        p = stringTail(bytes, p, end);
      }
      if (p >= end) {
        return failed("a string is not closed", p);
      }
      int c = bytes[p];
      if (c == '"') {
        seen |= all;
        return p | escapes;
      }
      if (c != '\\') {
        return failed("a control character in a string", p);
      }
      p = afterEscape(bytes, p + 1, end);
      if (p < 0) {
        return -1;
      }
      escapes = ESCAPES;
    }
  }

  /** Does what the loop of {@link #string} does, for the last few bytes of the document. */
  private int stringTail(byte[] bytes, int from, int end) {
    int p = from;
    for (; p < end; p++) {
      int c = bytes[p];
      seen |= c; // extends the sign to all high bits
      if (c == '"' || c == '\\' || (c >= 0 && c < ' ')) {
        break;
      }
    }
    return p;
  }

  /** Returns the offset after an escape, given the one after its backslash; or -1. */
  private int afterEscape(byte[] bytes, int p, int end) {
    if (p < end) {
      int c = bytes[p];
      if (c == 'u') {
        if (end - p > 4 && JsonBytes.hex(bytes, p + 1) >= 0) {
          return p + 5;
        }
      } else if ("\"\\/bfnrt".indexOf(c) >= 0) {
        return p + 1;
      }
    }
    return failed("an unknown escape in a string", p - 1);
  }

  private int failed(String reason, int offset) {
    problem = reason;
    problemOffset = offset;
    return -1;
  }

  private boolean fail(String reason, int offset) {
    return failed(reason, offset) >= 0;
  }

  private @Nullable JsonTape reject(String reason, int offset) {
    failed(reason, offset);
    return null;
  }
}
