package io.streamalert.classify;

import io.streamalert.classify.SchemaGroup.Element;
import io.streamalert.classify.SchemaGroup.Fit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The schemas to try on one payload, in their order. A payload is taken apart for a group only once
 * no schema that comes before all of the group's is left. For one payload.
 */
final class Attempts {

  private final List<SchemaGroup> groups;
  private final Payload payload;
  private final List<Attempt> waiting = new ArrayList<>(2);
  private int nextGroup;

  /** Attempts with groups that are ordered by their first schema. */
  Attempts(List<SchemaGroup> groups, Payload payload) {
    this.groups = groups;
    this.payload = payload;
  }

  /** A schema that takes the keys of at least one of these elements. */
  record Attempt(CompiledSchema schema, List<Element> elements) {}

  /** The next schema, or null if there is none left. */
  @Nullable
  Attempt next() {
    int first = first();
    while (nextGroup < groups.size()
        && (first < 0
            || groups.get(nextGroup).order() < waiting.get(first).schema.order())) {
      addTakers(groups.get(nextGroup++).elements(payload));
      first = first();
    }
    return first < 0 ? null : waiting.remove(first);
  }

  private int first() {
    int first = -1;
    for (int i = 0; i < waiting.size(); i++) {
      if (first < 0 || waiting.get(i).schema.order() < waiting.get(first).schema.order()) {
        first = i;
      }
    }
    return first;
  }

  /** Every schema that takes the keys of at least one element, each once. */
  private void addTakers(List<Element> elements) {
    int before = waiting.size();
    List<Fit> last = List.of();
    for (Element element : elements) {
      // Elements with the same keys, which is nearly all of a log, share one list.
      if (element.fits() != last) {
        last = element.fits();
        last.forEach(fit -> addOnce(fit.schema(), elements, before));
      }
    }
  }

  private void addOnce(CompiledSchema schema, List<Element> elements, int before) {
    for (int i = before; i < waiting.size(); i++) {
      if (waiting.get(i).schema == schema) {
        return;
      }
    }
    waiting.add(new Attempt(schema, elements));
  }
}
