package io.streamalert.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with {@code *}, {@code ?}, {@code [seq]} and {@code [!seq]} that a whole text must match,
 * by the rules of Python's {@code fnmatch}: by character, case counts, nothing escapes. Takes time in
 * proportion to the length of the text for each star at most. Immutable.
 */
final class Glob {

  private final String pattern;
  private final @Nullable List<@Nullable IntPredicate> steps;

  private Glob(String pattern, @Nullable List<@Nullable IntPredicate> steps) {
    this.pattern = pattern;
    this.steps = steps;
  }

  static Glob compile(String pattern) {
    boolean literal = pattern.chars().noneMatch(c -> c == '*' || c == '?' || c == '[');
    return new Glob(pattern, literal ? null : steps(pattern.codePoints().toArray()));
  }

  /** Tests for one character each, and null for a star. */
  private static List<@Nullable IntPredicate> steps(int[] pattern) {
    List<@Nullable IntPredicate> steps = new ArrayList<>();
    int i = 0;
    while (i < pattern.length) {
      int c = pattern[i++];
      int close = c == '[' ? closing(pattern, i) : -1;
      if (close > 0) {
        steps.add(set(pattern, i, close));
        i = close + 1;
      } else if (c == '*') {
        steps.add(null);
      } else {
        steps.add(c == '?' ? any -> true : other -> other == c);
      }
    }
    return steps;
  }

  /** The bracket that ends a set; one right at its start belongs to it. */
  private static int closing(int[] pattern, int start) {
    int i = start;
    if (i < pattern.length && pattern[i] == '!') {
      i++;
    }
    if (i < pattern.length && pattern[i] == ']') {
      i++;
    }
    while (i < pattern.length && pattern[i] != ']') {
      i++;
    }
    return i < pattern.length ? i : -1;
  }

  private static IntPredicate set(int[] pattern, int start, int end) {
    boolean negated = pattern[start] == '!';
    IntPredicate in = none -> false;
    for (int i = negated ? start + 1 : start; i < end; i++) {
      int from = pattern[i];
      if (i + 2 < end && pattern[i + 1] == '-') {
        int to = pattern[i + 2];
        in = in.or(c -> from <= c && c <= to);
        i += 2;
      } else {
        in = in.or(c -> c == from);
      }
    }
    return negated ? in.negate() : in;
  }

  boolean matches(String text) {
    return steps == null
        ? pattern.equals(text)
        : matches(steps, text.codePoints().toArray());
  }

  /** Only the last star ever needs to take one character more. */
  private static boolean matches(List<@Nullable IntPredicate> steps, int[] text) {
    int step = 0;
    int at = 0;
    int afterStar = -1;
    int retry = 0;
    while (at < text.length) {
      IntPredicate wanted = step < steps.size() ? steps.get(step) : none -> false;
      if (wanted == null) {
        afterStar = ++step;
        retry = at;
      } else if (wanted.test(text[at])) {
        step++;
        at++;
      } else if (afterStar >= 0) {
        step = afterStar;
        at = ++retry;
      } else {
        return false;
      }
    }
    return steps.subList(step, steps.size()).stream().allMatch(left -> left == null);
  }
}
