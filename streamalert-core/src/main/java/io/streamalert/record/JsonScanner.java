package io.streamalert.record;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into a {@link JsonTape} in one pass, eight bytes at a time where that pays.
 *
 * <p>It accepts exactly what Python's {@code json.loads} accepts of bytes: the JSON grammar, and
 * also {@code NaN}, {@code Infinity} and {@code -Infinity}; duplicate keys; UTF-8, UTF-16 and
 * UTF-32 with or without a byte order mark. Stricter than Python in two points: the encoding must
 * be well-formed (Python lets encoded surrogates pass), and depth is limited.
 *
 * <p>Make one per batch: the working memory is kept from document to document. Not thread-safe. The
 * tapes share nothing with the scanner, only the bytes they were made from. No input makes
 * {@link #scan} throw.
 */
final class JsonScanner {

  private static final long SPACES = 0x2020202020202020L;

  /** The three characters between a key and a string, where there is no whitespace. */
  private static final int QUOTE_COLON_QUOTE = '"' | ':' << 8 | '"' << 16;

  /** The three characters between a string and a key, where there is no whitespace. */
  private static final int QUOTE_COMMA_QUOTE = '"' | ',' << 8 | '"' << 16;

  /**
   * Where a tape ends: 32 MiB, which no log of the largest size fills, only a list of digits does.
   */
  private static final int MAX_WORDS = 1 << 23;

  /** Words that one turn of the loop may write: a key and the head of a container. */
  private static final int TURN = 5;

  private final int maxDepth;
  private final JsonStrings strings = new JsonStrings();
  private int[] scratch = new int[1024];
  private int used;
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

  /** Reads a document that is UTF-8 for certain, whatever its first bytes look like. */
  @Nullable
  JsonTape scanText(byte[] utf8) {
    origin = 0;
    return utf8.length > JsonTape.MAX_OFFSET
        ? reject("longer than " + JsonTape.MAX_OFFSET + " bytes", 0)
        : scanUtf8(utf8, 0, utf8.length);
  }

  /** Returns why the last {@link #scan} returned null; contains nothing of the input. */
  String problem() {
    return problem;
  }

  /**
   * Returns where the problem was, counted from the start of the document; in its UTF-8 form if it
   * was converted.
   */
  int problemOffset() {
    return problemOffset - origin;
  }

  private @Nullable JsonTape scanUtf8(byte[] bytes, int start, int end) {
    strings.reset();
    if (!document(bytes, start, end)) {
      return null;
    }
    boolean ascii = !strings.sawOtherThanAscii();
    if (!ascii && !WellFormedUtf8.in(bytes, start, end)) {
      return reject("the text is not valid UTF-8", start);
    }
    boolean plain = ascii && !strings.sawUnicodeEscape();
    return new JsonTape(bytes, Arrays.copyOf(scratch, used), plain);
  }

  /**
   * Fills {@link #scratch} and {@link #used}; returns false if this is not JSON.
   *
   * <p>One long method on purpose: position, index and the open container stay in registers, and
   * each turn of the loop reads one element or member with what follows it. The second word of an
   * open container holds the index of the container around it, so that no other stack is needed.
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
        if (words.length >= MAX_WORDS) {
          return fail("there are too many values", p);
        }
        words = scratch = Arrays.copyOf(words, words.length * 2);
      }
      if (inMap) {
        if (p >= end || bytes[p] != '"') {
          return fail("a key is missing", p);
        }
        int close = strings.close(bytes, p + 1, end);
        if (close == JsonStrings.INVALID) {
          return fail(strings.problem(), strings.problemOffset());
        }
        p = putString(words, n, p + 1, close);
        n += 2;
        if (stands(QUOTE_COLON_QUOTE, bytes, p, end)) {
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
        int close = strings.close(bytes, p + 1, end);
        if (close == JsonStrings.INVALID) {
          return fail(strings.problem(), strings.problemOffset());
        }
        p = putString(words, n, p + 1, close);
        n += 2;
        if (inMap && stands(QUOTE_COMMA_QUOTE, bytes, p, end)) {
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

  /** Writes the two words of a string; returns the offset of its closing quote. */
  private static int putString(int[] words, int n, int start, int close) {
    int end = close >= 0 ? close : ~close;
    words[n] = JsonTape.STRING << JsonTape.OFFSET_BITS | start;
    words[n + 1] = (end - start) | (close & JsonTape.ESCAPED); // the sign of both
    return end;
  }

  private static boolean stands(int threeBytes, byte[] bytes, int p, int end) {
    return p <= end - Integer.BYTES
        && ((int) JsonBytes.INTS.get(bytes, p) & 0xffffff) == threeBytes;
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

  private boolean fail(String reason, int offset) {
    problem = reason;
    problemOffset = offset;
    return false;
  }

  private @Nullable JsonTape reject(String reason, int offset) {
    fail(reason, offset);
    return null;
  }
}
