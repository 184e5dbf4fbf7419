package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Is a list of which any, or every, element meets a condition.
 *
 * @param all whether every element must; an empty list meets that
 * @param element the condition, whose paths start at the element
 */
record ElementCheck(boolean all, Condition element) implements Check {

  @Override
  public boolean test(FieldValue value, FieldValue scope) {
    if (value.kind() != Kind.LIST) {
      return false;
    }
    List<FieldValue> elements = value.elements();
    for (int i = 0; i < elements.size(); i++) {
      if (element.test(elements.get(i)) != all) {
        return !all;
      }
    }
    return all;
  }

  @Override
  public String words() {
    return (all ? "has only elements where " : "has an element where ") + element.describe();
  }

  @Override
  public String negatedWords() {
    return (all ? "does not have only elements where " : "has no element where ")
        + element.describe();
  }

  /** Without those inside: {@link Mutations} names what was changed there. */
  @Override
  public List<Check> variants() {
    return List.of(new ElementCheck(!all, element));
  }

  boolean isOnList(Place place) {
    return place.value().kind() == Kind.LIST;
  }

  /** The answer of each element, worked out when it is asked for. */
  Stream<Explanation> explain(Place list) {
    List<FieldValue> elements = list.value().elements();
    return IntStream.range(0, elements.size())
        .mapToObj(i -> element.node().explain(list.then(i, elements.get(i))));
  }
}
