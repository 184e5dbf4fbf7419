package io.streamalert.record;

/** Reads the JSON values that are neither text nor containers: numbers and words. */
final class JsonScalars {

  private static final int INTEGER = JsonTape.INTEGER << JsonTape.OFFSET_BITS;
  private static final int FLOAT = JsonTape.FLOAT << JsonTape.OFFSET_BITS;

  private static final byte[] NULL = {'n', 'u', 'l', 'l'};
  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
  private static final byte[] NOT_A_NUMBER = {'N', 'a', 'N'};
  private static final byte[] INFINITY = {'I', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

  private static final int NO_VALUE = -1;
  private static final int BAD_WORD = -2;
  private static final int LEADING_ZERO = -3;
  private static final int NO_FRACTION = -4;

  private JsonScalars() {}

  /**
   * Reads a number or a word.
   *
   * @param bytes the document
   * @param p where the value starts; less than {@code end}
   * @param end where the document ends
   * @return the kind, shifted as in a {@link JsonTape}, and the offset after the value; or what is
   *     wrong, negative
   */
  static int read(byte[] bytes, int p, int end) {
    return switch (bytes[p]) {
      case 'n' -> word(bytes, p, end, NULL, JsonTape.NULL);
      case 'f' -> word(bytes, p, end, FALSE, JsonTape.FALSE);
      case 't' -> word(bytes, p, end, TRUE, JsonTape.TRUE);
      case 'N' -> word(bytes, p, end, NOT_A_NUMBER, JsonTape.FLOAT);
      case 'I' -> word(bytes, p, end, INFINITY, JsonTape.FLOAT);
      case '-' -> {
        boolean infinite = p + 1 < end && bytes[p + 1] == 'I';
        yield infinite
            ? word(bytes, p + 1, end, INFINITY, JsonTape.FLOAT)
            : number(bytes, p + 1, end);
      }
      default -> number(bytes, p, end);
    };
  }

  /** Returns what a negative result of {@link #read} means. */
  static String problem(int code) {
    return switch (code) {
      case BAD_WORD -> "an unknown word";
      case LEADING_ZERO -> "a number starts with a zero";
      case NO_FRACTION -> "digits are missing in a number";
      default -> "a value is missing";
    };
  }

  private static int word(byte[] bytes, int p, int end, byte[] word, int kind) {
    boolean is = end - p >= word.length && JsonBytes.same(bytes, p, word);
    return is ? kind << JsonTape.OFFSET_BITS | p + word.length : BAD_WORD;
  }

  /** Reads a number from after its sign. */
  private static int number(byte[] bytes, int from, int end) {
    int p = digits(bytes, from, end);
    if (p == from) {
      return NO_VALUE;
    }
    if (bytes[from] == '0' && p > from + 1) {
      return LEADING_ZERO;
    }
    return p < end && (bytes[p] == '.' || (bytes[p] | 0x20) == 'e')
        ? fraction(bytes, p, end)
        : INTEGER | p;
  }

  /** Reads a fraction, an exponent, or both. */
  private static int fraction(byte[] bytes, int from, int end) {
    int p = from;
    if (bytes[p] == '.') {
      p = digits(bytes, from + 1, end);
      if (p == from + 1) {
        return NO_FRACTION;
      }
    }
    if (p < end && (bytes[p] | 0x20) == 'e') {
      boolean signed = p + 1 < end && (bytes[p + 1] == '+' || bytes[p + 1] == '-');
      int exponent = signed ? p + 2 : p + 1;
      p = digits(bytes, exponent, end);
      if (p == exponent) {
        return NO_FRACTION;
      }
    }
    return FLOAT | p;
  }

  private static int digits(byte[] bytes, int from, int end) {
    int p = from;
    while (p < end && bytes[p] >= '0' && bytes[p] <= '9') {
      p++;
    }
    return p;
  }
}
