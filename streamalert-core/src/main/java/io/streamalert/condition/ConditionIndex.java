package io.streamalert.condition;

import io.streamalert.condition.Leads.Lead;
import io.streamalert.condition.Leads.Way;
import io.streamalert.record.FieldPaths;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Subject.One[] searches;
  private final FieldIndex[] found;
  private final int[] always;
  private final boolean[] indexed;
  private final Condition[] rests;

  private ConditionIndex(List<Condition> conditions) {
    List<Leads> leads = conditions.stream().map(Leads::of).toList();
    Map<Lead, Integer> demand = demand(leads);
    Map<Subject.One, FieldIndex.Builder> builders = new LinkedHashMap<>();
    List<Integer> others = new ArrayList<>();
    this.indexed = new boolean[conditions.size()];
    this.rests = conditions.toArray(Condition[]::new);
    for (int number = 0; number < indexed.length; number++) {
      indexed[number] = !leads.get(number).ways().isEmpty();
      if (!indexed[number]) {
        others.add(number);
        continue;
      }
      Way way = leads.get(number).best(lead -> demand.getOrDefault(lead, 0));
      rests[number] = Condition.of(way.rest());
      for (Lead lead : way.leads()) {
        builders
            .computeIfAbsent(lead.subject(), subject -> new FieldIndex.Builder())
            .add(lead.clue(), number);
      }
    }
    List<Subject.At> atPaths = new ArrayList<>();
    List<Subject.One> bySearch = new ArrayList<>();
    builders.keySet().forEach(subject -> {
      if (subject instanceof Subject.At at) {
        atPaths.add(at);
      } else {
        bySearch.add(subject);
      }
    });
    this.paths = FieldPaths.of(atPaths.stream().map(Subject.At::path).toList());
    this.fields = indexes(atPaths, builders);
    this.searches = bySearch.toArray(Subject.One[]::new);
    this.found = indexes(bySearch, builders);
    this.always = others.stream().mapToInt(Integer::intValue).toArray();
  }

  private static FieldIndex[] indexes(
      List<? extends Subject.One> subjects, Map<Subject.One, FieldIndex.Builder> builders) {
    return subjects.stream()
        .map(subject -> Objects.requireNonNull(builders.get(subject)).build())
        .toArray(FieldIndex[]::new);
  }

  private static Map<Lead, Integer> demand(List<Leads> all) {
    Map<Lead, Integer> demand = new HashMap<>();
    for (Leads leads : all) {
      leads.ways().stream()
          .flatMap(way -> way.leads().stream())
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
   * What is left of a condition where it is a candidate: what the index knows for certain is left out.
   *
   * @param number the number of the condition
   * @return a condition that holds for a record of which the given one is a candidate if the given one
   *     does
   */
  public Condition rest(int number) {
    return rests[number];
  }

  /**
   * Finds the conditions that may hold. Those that are not told do not hold.
   *
   * @param content the fields
   * @param candidate is told the number of each, once, in ascending order
   */
  public void candidates(FieldValue content, IntConsumer candidate) {
    Candidates candidates = new Candidates();
    FieldValue[] values = paths.find(content);
    for (int i = 0; i < values.length; i++) {
      if (values[i].exists()) {
        fields[i].find(values[i], candidates);
      }
    }
    for (int i = 0; i < searches.length; i++) {
      FieldValue value = searches[i].find(content);
      if (value.exists()) {
        found[i].find(value, candidates);
      }
    }
    candidates.tell(always, candidate);
  }

  /** {@return how many conditions there are and how many of them are always candidates} */
  @Override
  public String toString() {
    return "ConditionIndex[" + size() + ", always " + always.length + "]";
  }
}
