package io.streamalert.cli;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how often each of some words came, in bounded memory: only a first part of all is looked at. */
final class Commonest {

  /** How many are looked at, as finding the reason of a dead letter takes longer than classifying it. */
  static final int LOOKED_AT = 1_000;

  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long seen;

  /** A word and how often it came. */
  record Counted(String word, long count) {}

  /** Whether one more is to be looked at; to be asked once for each. */
  boolean wants() {
    seen++;
    return seen <= LOOKED_AT;
  }

  void add(String word) {
    counts.merge(word, 1L, Long::sum);
  }

  long lookedAt() {
    return Math.min(seen, LOOKED_AT);
  }

  boolean sawMore() {
    return seen > LOOKED_AT;
  }

  List<Counted> top(int most) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(e -> new Counted(e.getKey(), e.getValue()))
        .toList();
  }
}
