package io.streamalert.condition;

import io.streamalert.condition.Leads.Lead;
import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldPaths;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds the few of many conditions that may hold for a record, at a cost that hardly grows with their
 * number: for each condition it picks something that one of its fields must be, such as one of a few
 * texts, looks those fields up, all in one walk, and asks tables for what their values lead to.
 *
 * <p>A condition that demands nothing that a table could hold, such as that a field is missing, is a
 * candidate for every record. Immutable and thread-safe.
 */
public final class ConditionIndex {

  private final FieldPaths paths;
  private final FieldIndex[] fields;
  private final int[] always;
  private final boolean[] indexed;

  private ConditionIndex(List<Condition> conditions) {
    List<Leads> leads = conditions.stream().map(Leads::of).toList();
    Map<Lead, Integer> demand = demand(leads);
    Map<FieldPath, FieldIndex.Builder> builders = new LinkedHashMap<>();
    List<Integer> others = new ArrayList<>();
    this.indexed = new boolean[conditions.size()];
    for (int number = 0; number < indexed.length; number++) {
      indexed[number] = !leads.get(number).ways().isEmpty();
      if (!indexed[number]) {
        others.add(number);
        continue;
      }
      for (Lead lead : leads.get(number).best(each -> demand.getOrDefault(each, 0))) {
        builders
            .computeIfAbsent(lead.path(), path -> new FieldIndex.Builder())
            .add(lead.clue(), number);
      }
    }
    this.paths = FieldPaths.of(List.copyOf(builders.keySet()));
    this.fields =
        builders.values().stream().map(FieldIndex.Builder::build).toArray(FieldIndex[]::new);
    this.always = others.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Map<Lead, Integer> demand(List<Leads> all) {
    Map<Lead, Integer> demand = new HashMap<>();
    for (Leads leads : all) {
      leads.ways().stream()
          .flatMap(List::stream)
          .distinct()
          .forEach(lead -> demand.merge(lead, 1, Integer::sum));
    }
    return demand;
  }

  /**
   * An index of these conditions.
   *
   * @param conditions the conditions, numbered from 0
   * @return the index
   */
  public static ConditionIndex of(List<Condition> conditions) {
    return new ConditionIndex(List.copyOf(conditions));
  }

  /**
   * How many conditions there are.
   *
   * @return the count
   */
  public int size() {
    return indexed.length;
  }

  /**
   * Whether a condition is a candidate only where a record has what it demands.
   *
   * @param number the number of the condition
   * @return false if it is a candidate for every record
   */
  public boolean isIndexed(int number) {
    return indexed[number];
  }

  /**
   * Finds the conditions that may hold. Those that are not told do not hold.
   *
   * @param content the fields
   * @param candidate is told the number of each, once, in ascending order
   */
  public void candidates(FieldValue content, IntConsumer candidate) {
    Candidates found = new Candidates();
    FieldValue[] values = paths.find(content);
    for (int i = 0; i < values.length; i++) {
      if (values[i].exists()) {
        fields[i].find(values[i], found);
      }
    }
    found.tell(always, candidate);
  }

  /** {@return how many conditions there are and how many of them are always candidates} */
  @Override
  public String toString() {
    return "ConditionIndex[" + size() + ", always " + always.length + "]";
  }
}
