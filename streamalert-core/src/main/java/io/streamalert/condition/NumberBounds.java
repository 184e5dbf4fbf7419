package io.streamalert.condition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Bounds of numbers in their order. Immutable. */
final class NumberBounds {

  /** A bound and the condition that has it. */
  record Bound(double bound, int condition) {}

  private final double[] bounds;
  private final int[] conditions;

  NumberBounds(List<Bound> unordered) {
    List<Bound> ordered =
        unordered.stream().sorted(Comparator.comparingDouble(Bound::bound)).toList();
    this.bounds = ordered.stream().mapToDouble(Bound::bound).toArray();
    this.conditions = ordered.stream().mapToInt(Bound::condition).toArray();
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  /** The conditions whose bound is at most this number. */
  void upTo(double number, Candidates found) {
    for (int i = 0; i < bounds.length && bounds[i] <= number; i++) {
      found.add(conditions[i]);
    }
  }

  /** The conditions whose bound is at least this number. */
  void from(double number, Candidates found) {
    for (int i = bounds.length - 1; i >= 0 && bounds[i] >= number; i--) {
      found.add(conditions[i]);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(bounds);
  }
}
