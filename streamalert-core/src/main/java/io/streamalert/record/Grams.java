package io.streamalert.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Short pieces of texts, of one to eight bytes, by which the texts that may stand at a place are found
 * with one look into a table. Thread-safe once frozen.
 */
final class Grams {

  /** Hears of a text that may stand somewhere. */
  interface Sink {
    void accept(int number, int at);
  }

  private static final long MIX = 0x9E37_79B9_7F4A_7C15L;
  private static final int[] NONE = {};

  private final int longest;
  private final Map<Integer, Map<Long, int[]>> byLength = new HashMap<>();
  private final Map<Integer, Integer> offsets = new HashMap<>();
  private Table[] tables = {};

  /**
   * No pieces yet.
   *
   * @param longest how many bytes of a longer text are its piece
   */
  Grams(int longest) {
    this.longest = longest;
  }

  /** Adds a text by the piece at an offset; always true. */
  boolean add(int number, byte[] utf8, int offset) {
    int length = Math.min(longest, utf8.length);
    Map<Long, int[]> pieces = byLength.computeIfAbsent(length, l -> new HashMap<>());
    pieces.merge(piece(utf8, offset, length), new int[] {number}, Grams::joined);
    offsets.put(number, offset);
    return true;
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Adds a text by that of its pieces which the fewest texts before it have; always true. */
  boolean addRarest(int number, byte[] utf8) {
    int length = Math.min(longest, utf8.length);
    Map<Long, int[]> pieces = byLength.getOrDefault(length, Map.of());
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int offset = 0; offset <= utf8.length - length; offset++) {
      int others = pieces.getOrDefault(piece(utf8, offset, length), NONE).length;
      if (others < fewest) {
        fewest = others;
        best = offset;
      }
    }
    return add(number, utf8, best);
  }

  /** Makes the tables; nothing is added afterwards. */
  void freeze() {
    tables = byLength.entrySet().stream()
        .map(e -> new Table(e.getKey(), e.getValue(), offsets))
        .toArray(Table[]::new);
  }

  /** The texts whose piece stands at the start of a range. */
  void at(byte[] bytes, int start, int end, Sink sink) {
    for (Table table : tables) {
      if (end - start >= table.length) {
        table.find(piece(bytes, start, table.length), start, sink);
      }
    }
  }

  /** The texts whose piece stands at the end of a range. */
  void before(byte[] bytes, int start, int end, Sink sink) {
    for (Table table : tables) {
      int at = end - table.length;
      if (at >= start) {
        table.find(piece(bytes, at, table.length), at, sink);
      }
    }
  }

  /** The texts whose piece stands anywhere in a range. */
  void in(byte[] bytes, int start, int end, Sink sink) {
    for (Table table : tables) {
      int last = end - table.length;
      if (table.length == Integer.BYTES) {
        for (int at = start; at <= last; at++) {
          table.find((int) JsonBytes.INTS.get(bytes, at) & 0xFFFF_FFFFL, at, sink);
        }
      } else {
        for (int at = start; at <= last; at++) {
          table.find(piece(bytes, at, table.length), at, sink);
        }
      }
    }
  }

  /** The bytes as a number, the first one lowest. */
  private static long piece(byte[] bytes, int start, int length) {
    if (length == Long.BYTES) {
      return (long) JsonBytes.LONGS.get(bytes, start);
    }
    long piece = 0;
    for (int i = length - 1; i >= 0; i--) {
      piece = (piece << 8) | (bytes[start + i] & 0xFF);
    }
    return piece;
  }

  /** Pieces of one length. */
  private static final class Table {
    private final int length;
    private final long[] pieces;
    private final int[] @Nullable [] numbers;
    private final int[] @Nullable [] offsets;
    private final int shift;

    Table(int length, Map<Long, int[]> byPiece, Map<Integer, Integer> offsetOf) {
      this.length = length;
      int bits = Math.max(6, Long.SIZE - Long.numberOfLeadingZeros(byPiece.size() * 4L));
      this.shift = Long.SIZE - bits;
      this.pieces = new long[1 << bits];
      this.numbers = new int[1 << bits][];
      this.offsets = new int[1 << bits][];
      byPiece.forEach((piece, texts) -> {
        int slot = slot(piece);
        while (numbers[slot] != null) {
          slot = slot + 1 & numbers.length - 1;
        }
        pieces[slot] = piece;
        numbers[slot] = texts;
        offsets[slot] =
            Arrays.stream(texts).map(number -> offsetOf.getOrDefault(number, 0)).toArray();
      });
    }

    private int slot(long piece) {
      return (int) ((piece * MIX) >>> shift);
    }

    void find(long piece, int at, Sink sink) {
      int slot = slot(piece);
      // Most pieces of most values meet an empty slot, or another piece alone in it.
      for (int[] texts = numbers[slot]; texts != null; texts = numbers[slot]) {
        if (pieces[slot] == piece) {
          tell(texts, Objects.requireNonNull(offsets[slot]), at, sink);
          return;
        }
        slot = slot + 1 & numbers.length - 1;
      }
    }

    private static void tell(int[] texts, int[] offsetsOfTexts, int at, Sink sink) {
      for (int i = 0; i < texts.length; i++) {
        sink.accept(texts[i], at - offsetsOfTexts[i]);
      }
    }
  }
}
