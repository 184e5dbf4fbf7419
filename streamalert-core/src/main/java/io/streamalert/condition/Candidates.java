package io.streamalert.condition;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbers of conditions that may hold for one record. Used by one thread. */
final class Candidates {

  private static final int FIRST_SIZE = 8;

  private int[] numbers = {};
  private int count;

  void add(int number) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(FIRST_SIZE, count * 2));
    }
    numbers[count++] = number;
  }

  void addAll(int @Nullable [] more) {
    if (more != null) {
      for (int number : more) {
        add(number);
      }
    }
  }

  /** Numbers as they are kept in an index. */
  static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Tells each number once, the least first, together with those of another ascending list. */
  void tell(int[] others, IntConsumer heard) {
    if (count > 1) {
      Arrays.sort(numbers, 0, count);
    }
    int last = -1;
    int other = 0;
    for (int i = 0; i < count; i++) {
      int number = numbers[i];
      for (; other < others.length && others[other] <= number; other++) {
        heard.accept(others[other]);
        last = others[other];
      }
      if (number != last) {
        heard.accept(number);
        last = number;
      }
    }
    for (; other < others.length; other++) {
      heard.accept(others[other]);
    }
  }
}
