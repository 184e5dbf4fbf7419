package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that values are compared with, exactly: whole numbers of any size, and doubles by what
 * they are worth. Equal where worth the same.
 *
 * @param number the number as a value: a whole one wherever it is whole and fits a long
 * @param near the nearest double
 * @param exact what it is worth
 */
record Amount(FieldValue number, double near, BigDecimal exact) {

  /** Below it, numbers with the same nearest double are the same. */
  private static final double LAST_DENSE = 0x1p53;

  private static final double LONG_END = 0x1p63;

  static Amount of(long number) {
    return new Amount(FieldValue.of(number), number, BigDecimal.valueOf(number));
  }

  static Amount of(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(
          "A number to compare with must be finite, not " + number + ": NaN equals nothing");
    }
    boolean fits = number >= -LONG_END && number < LONG_END;
    return fits && number == Math.rint(number)
        ? of((long) number)
        : new Amount(FieldValue.of(number), number, new BigDecimal(number));
  }

  /**
   * Compares a number with this one.
   *
   * @param value a number
   * @param valueNear its nearest double, not NaN
   * @return negative where the value is less than this, zero where it is worth the same
   */
  int compare(FieldValue value, double valueNear) {
    if (valueNear != near) {
      // Rounding never turns the order of two numbers round.
      return valueNear < near ? -1 : 1;
    }
    return Math.abs(near) < LAST_DENSE ? 0 : exact(value).compareTo(exact);
  }

  private static BigDecimal exact(FieldValue value) {
    return value
        .asBigInteger()
        .map(BigDecimal::new)
        .orElseGet(() -> new BigDecimal(value.asDouble().orElseThrow()));
  }

  /** The number that is greater by one, or as little as doubles allow; empty past the last. */
  Optional<Amount> next() {
    return neighbour(1);
  }

  /** The number that is less by one, or as little as doubles allow; empty past the last. */
  Optional<Amount> previous() {
    return neighbour(-1);
  }

  private Optional<Amount> neighbour(int step) {
    if (number.kind() == Kind.INTEGER) {
      long whole = number.asLong().orElseThrow();
      long end = step > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
      return whole == end ? Optional.empty() : Optional.of(of(whole + step));
    }
    double other = near + step;
    if (other == near) {
      other = step > 0 ? Math.nextUp(near) : Math.nextDown(near);
    }
    return Double.isInfinite(other) ? Optional.empty() : Optional.of(of(other));
  }

  String words() {
    return number.toJson();
  }
}
