package io.streamalert.condition;

import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.TextParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a text to the conditions that it is a lead to. Immutable once built. */
final class TextIndex {

  private final FieldNames whole;
  private final int[][] byWhole;
  private final TextParts parts;
  private final int[][] byPart;

  private TextIndex(Builder clues) {
    this.whole = FieldNames.of(clues.whole.keySet());
    this.byWhole = arrays(clues.whole);
    TextParts.Builder builder = TextParts.builder();
    clues.parts.keySet().forEach(part -> builder.add(part.place(), part.text()));
    this.parts = builder.build();
    this.byPart = arrays(clues.parts);
  }

  private static int[][] arrays(Map<?, List<Integer>> conditions) {
    return conditions.values().stream().map(Candidates::array).toArray(int[][]::new);
  }

  boolean isEmpty() {
    return byWhole.length == 0 && byPart.length == 0;
  }

  void find(FieldValue text, Candidates found) {
    int number = byWhole.length == 0 ? -1 : whole.number(text);
    if (number >= 0) {
      found.addAll(byWhole[number]);
    }
    if (byPart.length > 0) {
      parts.in(text, part -> found.addAll(byPart[part]));
    }
  }

  /** Collects clues and the numbers of the conditions that need them. */
  static final class Builder {

    private final Map<String, List<Integer>> whole = new LinkedHashMap<>();
    private final Map<Clue.Part, List<Integer>> parts = new LinkedHashMap<>();

    void add(Clue.Text clue, int condition) {
      whole.computeIfAbsent(clue.text(), text -> new ArrayList<>()).add(condition);
    }

    void add(Clue.Part clue, int condition) {
      parts.computeIfAbsent(clue, part -> new ArrayList<>()).add(condition);
    }

    TextIndex build() {
      return new TextIndex(this);
    }
  }
}
