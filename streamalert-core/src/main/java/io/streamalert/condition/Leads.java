package io.streamalert.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where to look for the records that a condition may hold for: in several ways, each of which is
 * enough. A way is a list of leads, of which a record must have at least one.
 */
final class Leads {

  /** A value and what it must be. */
  record Lead(Subject.One subject, Clue clue) {

    /** A search through the whole record is to be avoided. */
    int rarity() {
      return subject instanceof Subject.At ? clue.rarity() : clue.rarity() - 60;
    }
  }

  private final List<List<Lead>> ways;

  private Leads(List<List<Lead>> ways) {
    this.ways = ways;
  }

  static Leads of(Condition condition) {
    return of(condition.node(), true);
  }

  List<List<Lead>> ways() {
    return ways;
  }

  /** The leads to records for which a node is true, or false. */
  private static Leads of(Node node, boolean holds) {
    if (node instanceof Node.Not not) {
      return of(not.part(), !holds);
    }
    if (node instanceof Node.All all) {
      return holds ? any(all.parts(), true) : all(all.parts(), false);
    }
    if (node instanceof Node.Any any) {
      return holds ? all(any.parts(), true) : any(any.parts(), false);
    }
    Node.Test test = (Node.Test) node;
    return test.subject() instanceof Subject.One subject
        ? new Leads(Clues.of(test.check(), holds).map(clues -> leads(subject, clues)).stream()
            .toList())
        : new Leads(List.of());
  }

  private static List<Lead> leads(Subject.One subject, List<Clue> clues) {
    return clues.stream().map(clue -> new Lead(subject, clue)).toList();
  }

  /** All parts must be met, so that the leads to any one of them are enough. */
  private static Leads any(List<Node> parts, boolean holds) {
    return new Leads(
        parts.stream().flatMap(part -> of(part, holds).ways.stream()).toList());
  }

  /** One part must be met, and it may be any: the leads to each of them are needed. */
  private static Leads all(List<Node> parts, boolean holds) {
    List<Lead> together = new ArrayList<>();
    for (Node part : parts) {
      Leads leads = of(part, holds);
      if (leads.ways.isEmpty()) {
        return leads;
      }
      together.addAll(leads.best(lead -> 0));
    }
    return new Leads(List.of(List.copyOf(together)));
  }

  /**
   * The way with the fewest records to expect.
   *
   * @param demand how many conditions have a lead: what many of them look for is seldom rare
   */
  List<Lead> best(ToIntFunction<Lead> demand) {
    return ways.stream()
        .max(Comparator.comparingDouble(way -> rarity(way, demand)))
        .orElseThrow();
  }

  private static double rarity(List<Lead> way, ToIntFunction<Lead> demand) {
    return way.stream()
            .mapToDouble(lead -> lead.rarity() - 5 * log2(1 + demand.applyAsInt(lead)))
            .min()
            .orElse(Double.MAX_VALUE)
        - log2(1 + way.size());
  }

  private static double log2(int number) {
    return Math.log(number) / Math.log(2);
  }
}
