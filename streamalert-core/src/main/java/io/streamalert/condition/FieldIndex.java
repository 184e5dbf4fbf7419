package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From one value of a record to the conditions that it is a lead to. Immutable once built. */
final class FieldIndex {

  private final TextIndex texts;
  private final TextIndex folded;
  private final NetworkIndex networks;
  private final Map<FieldValue, int[]> byScalar = new HashMap<>();
  private final NumberBounds atLeast;
  private final NumberBounds atMost;
  private final int[] whereverPresent;

  private FieldIndex(Builder clues) {
    this.texts = clues.texts.build();
    this.folded = clues.folded.build();
    this.networks = clues.networks.build();
    clues.scalars.forEach((value, conditions) -> byScalar.put(value, Candidates.array(conditions)));
    this.atLeast = new NumberBounds(clues.atLeast);
    this.atMost = new NumberBounds(clues.atMost);
    this.whereverPresent = Candidates.array(clues.present);
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
    texts.find(value, found);
    if (!folded.isEmpty() || !networks.isEmpty()) {
      String text = value.asString().orElseThrow();
      folded.find(FieldValue.of(Folding.fold(text)), found);
      networks.find(text, found);
    }
  }

  private void findByNumber(FieldValue value, Candidates found) {
    if (!byScalar.isEmpty()) {
      found.addAll(byScalar.get(value));
    }
    if (!atLeast.isEmpty() || !atMost.isEmpty()) {
      double number = value.asDouble().orElseThrow();
      atLeast.upTo(number, found);
      atMost.from(number, found);
    }
  }

  /** Collects clues and the numbers of the conditions that need them. */
  static final class Builder {

    private final TextIndex.Builder texts = new TextIndex.Builder();
    private final TextIndex.Builder folded = new TextIndex.Builder();
    private final NetworkIndex.Builder networks = new NetworkIndex.Builder();
    private final Map<FieldValue, List<Integer>> scalars = new LinkedHashMap<>();
    private final List<NumberBounds.Bound> atLeast = new ArrayList<>();
    private final List<NumberBounds.Bound> atMost = new ArrayList<>();
    private final List<Integer> present = new ArrayList<>();

    void add(Clue clue, int condition) {
      if (clue instanceof Clue.Text text) {
        (text.ignoringCase() ? folded : texts).add(text, condition);
      } else if (clue instanceof Clue.Part part) {
        (part.ignoringCase() ? folded : texts).add(part, condition);
      } else if (clue instanceof Clue.In in) {
        networks.add(in.network(), condition);
      } else if (clue instanceof Clue.Present) {
        present.add(condition);
      } else {
        addNumber(clue, condition);
      }
    }

    private void addNumber(Clue clue, int condition) {
      if (clue instanceof Clue.AtLeast least) {
        atLeast.add(new NumberBounds.Bound(least.bound(), condition));
      } else if (clue instanceof Clue.AtMost most) {
        atMost.add(new NumberBounds.Bound(most.bound(), condition));
      } else {
        FieldValue value = ((Clue.Scalar) clue).value();
        scalars.computeIfAbsent(value, v -> new ArrayList<>()).add(condition);
      }
    }

    FieldIndex build() {
      return new FieldIndex(this);
    }
  }
}
