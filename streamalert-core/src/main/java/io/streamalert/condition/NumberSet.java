package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Is one of some numbers.
 *
 * @param amounts the numbers, each once; at least one
 */
record NumberSet(List<Amount> amounts) implements Check {

  static NumberSet of(List<Amount> amounts) {
    return new NumberSet(amounts.stream().distinct().toList());
  }

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    for (int i = 0; i < amounts.size(); i++) {
      if (NumberCheck.holds(NumberCheck.Relation.IS, value, amounts.get(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String words() {
    return "is "
        + Check.oneOf(
            amounts.size(), amounts.stream().map(Amount::words).collect(Collectors.joining(", ")));
  }

  @Override
  public List<Check> variants() {
    Amount zero = Amount.of(0);
    return Alternatives.of(amounts, zero, amount -> amount.next().orElse(zero)).stream()
        .<Check>map(NumberSet::of)
        .toList();
  }
}
