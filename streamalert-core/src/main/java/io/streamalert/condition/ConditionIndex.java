package io.streamalert.condition;

import io.streamalert.condition.Leads.Lead;
import io.streamalert.condition.Leads.Way;
import io.streamalert.record.FieldValue;
import java.util.HashMap;
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

  private final Lookup usual;
  /** Those that no record meets whose texts are all ASCII, which most are. */
  private final Lookup unusual;

  private final boolean[] indexed;
  private final Condition[] rests;

  private ConditionIndex(List<Condition> conditions) {
    List<Leads> leads = conditions.stream().map(Leads::of).toList();
    Map<Lead, Integer> demand = demand(leads);
    Lookup.Builder forAny = new Lookup.Builder();
    Lookup.Builder forOtherThanAscii = new Lookup.Builder();
    this.indexed = new boolean[conditions.size()];
    this.rests = conditions.toArray(Condition[]::new);
    for (int number = 0; number < indexed.length; number++) {
      boolean isUnusual = OtherThanAscii.isDemandedBy(conditions.get(number));
      Lookup.Builder lookup = isUnusual ? forOtherThanAscii : forAny;
      boolean hasWay = !leads.get(number).ways().isEmpty();
      indexed[number] = hasWay || isUnusual;
      if (hasWay) {
        Way way = leads.get(number).best(lead -> demand.getOrDefault(lead, 0));
        rests[number] = Condition.of(way.rest());
        lookup.add(way.leads(), number);
      } else {
        lookup.addAlways(number);
      }
    }
    this.usual = forAny.build();
    this.unusual = forOtherThanAscii.build();
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
    usual.find(content, candidates);
    if (!unusual.isEmpty() && !content.isKnownAscii()) {
      unusual.find(content, candidates);
      candidates.addAll(unusual.always());
    }
    candidates.tell(usual.always(), candidate);
  }

  /** {@return how many conditions there are and how many of them are always candidates} */
  @Override
  public String toString() {
    return "ConditionIndex[" + size() + ", always " + usual.always().length + "]";
  }
}
