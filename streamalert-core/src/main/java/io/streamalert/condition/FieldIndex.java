package io.streamalert.condition;

import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.TextParts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the value of one field to the conditions that it is a lead to. Immutable once built. */
final class FieldIndex {

  private final FieldNames texts;
  private final int[][] byText;
  private final TextParts parts;
  private final int[][] byPart;
  private final Map<FieldValue, int[]> byScalar = new HashMap<>();
  private final NumberBounds atLeast;
  private final NumberBounds atMost;
  private final int[] whereverPresent;

  private FieldIndex(Builder clues) {
    this.texts = FieldNames.of(clues.texts.keySet());
    this.byText = arrays(clues.texts);
    TextParts.Builder found = TextParts.builder();
    clues.parts.keySet().forEach(part -> found.add(part.place(), part.text()));
    this.parts = found.build();
    this.byPart = arrays(clues.parts);
    clues.scalars.forEach((value, conditions) -> byScalar.put(value, array(conditions)));
    this.atLeast = new NumberBounds(clues.atLeast);
    this.atMost = new NumberBounds(clues.atMost);
    this.whereverPresent = array(clues.present);
  }

  /** Adds the conditions that a value is a lead to. */
  void find(FieldValue value, Candidates found) {
    switch (value.kind()) {
      case STRING -> findByText(value, found);
      case INTEGER, FLOAT -> findByNumber(value, found);
      case BOOLEAN -> found.addAll(byScalar.get(value));
      default -> {
        // Lists, maps and null are only there.
      }
    }
    found.addAll(whereverPresent);
  }

  private void findByText(FieldValue value, Candidates found) {
    int number = byText.length == 0 ? -1 : texts.number(value);
    if (number >= 0) {
      found.addAll(byText[number]);
    }
    if (byPart.length > 0) {
      parts.in(value, part -> found.addAll(byPart[part]));
    }
  }

  private void findByNumber(FieldValue value, Candidates found) {
    found.addAll(byScalar.get(value));
    if (!atLeast.isEmpty() || !atMost.isEmpty()) {
      double number = value.asDouble().orElse(Double.NaN);
      atLeast.upTo(number, found);
      atMost.from(number, found);
    }
  }

  private static int[][] arrays(Map<?, List<Integer>> conditions) {
    return conditions.values().stream().map(FieldIndex::array).toArray(int[][]::new);
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Collects clues and the numbers of the conditions that need them. */
  static final class Builder {

    private final Map<String, List<Integer>> texts = new LinkedHashMap<>();
    private final Map<Clue.Part, List<Integer>> parts = new LinkedHashMap<>();
    private final Map<FieldValue, List<Integer>> scalars = new LinkedHashMap<>();
    private final List<NumberBounds.Bound> atLeast = new ArrayList<>();
    private final List<NumberBounds.Bound> atMost = new ArrayList<>();
    private final List<Integer> present = new ArrayList<>();

    void add(Clue clue, int condition) {
      if (clue instanceof Clue.Text text) {
        put(texts, text.text(), condition);
      } else if (clue instanceof Clue.Part part) {
        put(parts, part, condition);
      } else if (clue instanceof Clue.Scalar scalar) {
        put(scalars, scalar.value(), condition);
      } else if (clue instanceof Clue.AtLeast least) {
        atLeast.add(new NumberBounds.Bound(least.bound(), condition));
      } else if (clue instanceof Clue.AtMost most) {
        atMost.add(new NumberBounds.Bound(most.bound(), condition));
      } else {
        present.add(condition);
      }
    }

    private static <K> void put(Map<K, List<Integer>> conditions, K key, int condition) {
      conditions.computeIfAbsent(key, k -> new ArrayList<>()).add(condition);
    }

    FieldIndex build() {
      return new FieldIndex(this);
    }
  }
}
