package io.streamalert.benchmarks;

import java.util.Random;

/**
 * Random choices that are the same for a seed on every JDK: the algorithm of {@link Random} is
 * specified.
 */
final class Chance {

  private static final String HEX = "0123456789abcdef";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final Random random;

  Chance(long seed) {
    random = new Random(seed);
  }

  /** Returns true in so many of a thousand cases. */
  boolean permille(int cases) {
    return random.nextInt(1000) < cases;
  }

  /** Returns a number from 0 to {@code bound} - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns a number of up to 19 digits. */
  long large() {
    return random.nextLong() >>> (1 + random.nextInt(40));
  }

  /** Returns one of these. */
  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  String hex(int length) {
    return text(HEX, length);
  }

  String upper(int length) {
    return text(UPPER, length);
  }

  String digits(int length) {
    return text("0123456789", length);
  }

  String uuid() {
    return hex(8) + "-" + hex(4) + "-4" + hex(3) + "-a" + hex(3) + "-" + hex(12);
  }

  String address() {
    return of("10.", "172.", "192.", "203.") + below(256) + "." + (1 + below(254)) + "."
        + (1 + below(254));
  }

  private String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
