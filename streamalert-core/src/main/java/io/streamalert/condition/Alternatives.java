package io.streamalert.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lists of constants that differ by little from a given one, for variants of a demand. */
final class Alternatives {

  private static final String MARK = "~";

  private Alternatives() {}

  /** One more, one less; for a single text another one. */
  static List<List<String>> ofTexts(List<String> texts) {
    return of(texts, "", text -> text + MARK);
  }

  /**
   * One more, one less; for a single constant another one in its place. The list stays free of
   * doubles and is never made empty.
   */
  static <T> List<List<T>> of(List<T> constants, T first, UnaryOperator<T> next) {
    T other = constants.isEmpty() ? first : next.apply(constants.get(constants.size() - 1));
    while (constants.contains(other)) {
      other = next.apply(other);
    }
    List<List<T>> lists = new ArrayList<>(fewer(constants));
    if (constants.size() == 1) {
      lists.add(List.of(other));
    }
    List<T> more = new ArrayList<>(constants);
    more.add(other);
    lists.add(more);
    return lists;
  }

  /** All lists with one constant less, unless none would be left. */
  static <T> List<List<T>> fewer(List<T> constants) {
    List<List<T>> lists = new ArrayList<>();
    for (int i = 0; constants.size() > 1 && i < constants.size(); i++) {
      List<T> fewer = new ArrayList<>(constants);
      fewer.remove(i);
      lists.add(fewer);
    }
    return lists;
  }
}
