package io.streamalert.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Where to look for the records that a condition may hold for: in several ways, each of which is
 * enough.
 */
final class Leads {

  private static final Node ALWAYS = new Node.All(List.of());

  /** A value and what it must be. */
  record Lead(Subject.One subject, Clue clue) {

    /** A search through the whole record is to be avoided. */
    int rarity() {
      return subject instanceof Subject.At ? clue.rarity() : clue.rarity() - 60;
    }
  }

  /**
   * A way to the records.
   *
   * @param leads of which a record must have at least one
   * @param rest what such a record must meet besides
   */
  record Way(List<Lead> leads, Node rest) {

    Way {
      leads = List.copyOf(leads);
    }
  }

  private final List<Way> ways;

  private Leads(List<Way> ways) {
    this.ways = ways;
  }

  static Leads of(Condition condition) {
    return of(condition.node(), true);
  }

  List<Way> ways() {
    return ways;
  }

  /** The leads to records for which a node is true, or false. */
  private static Leads of(Node node, boolean holds) {
    if (node instanceof Node.Not not) {
      return of(not.part(), !holds);
    }
    if (node instanceof Node.All all) {
      return holds ? allOf(all.parts(), true) : anyOf(node, all.parts(), false);
    }
    if (node instanceof Node.Any any) {
      return holds ? anyOf(node, any.parts(), true) : allOf(any.parts(), false);
    }
    return of((Node.Test) node, holds);
  }

  private static Leads of(Node.Test test, boolean holds) {
    if (!(test.subject() instanceof Subject.One subject)) {
      return new Leads(List.of());
    }
    Node rest = Clues.areExact(test.check(), holds) ? ALWAYS : asked(test, holds);
    return new Leads(Clues.of(test.check(), holds).stream()
        .map(clues -> clues.stream().map(clue -> new Lead(subject, clue)).toList())
        .map(leads -> new Way(leads, rest))
        .toList());
  }

  private static Node asked(Node node, boolean holds) {
    return holds ? node : node.negated();
  }

  /** All parts must be met, so that a way to any one of them is enough. */
  private static Leads allOf(List<Node> parts, boolean holds) {
    List<Way> ways = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (Way way : of(parts.get(i), holds).ways) {
        List<Node> rest = new ArrayList<>();
        parts.forEach(part -> rest.add(asked(part, holds)));
        rest.set(i, way.rest);
        ways.add(new Way(way.leads, all(rest)));
      }
    }
    return new Leads(ways);
  }

  private static Node all(List<Node> parts) {
    return Node.all(parts.stream()
        .flatMap(part -> part instanceof Node.All all ? all.parts().stream() : Stream.of(part))
        .toList());
  }

  /** One part must be met, and it may be any: a way to each of them is needed. */
  private static Leads anyOf(Node node, List<Node> parts, boolean holds) {
    List<Lead> together = new ArrayList<>();
    boolean exact = true;
    for (Node part : parts) {
      Leads leads = of(part, holds);
      if (leads.ways.isEmpty()) {
        return leads;
      }
      Way best = leads.best(lead -> 0);
      together.addAll(best.leads);
      exact &= best.rest.equals(ALWAYS);
    }
    return new Leads(List.of(new Way(together, exact ? ALWAYS : asked(node, holds))));
  }

  /**
   * The way with the fewest records to expect.
   *
   * @param demand how many conditions have a lead: what many of them look for is seldom rare
   */
  Way best(ToIntFunction<Lead> demand) {
    return ways.stream()
        .max(Comparator.comparingDouble(way -> rarity(way.leads, demand)))
        .orElseThrow();
  }

  private static double rarity(List<Lead> leads, ToIntFunction<Lead> demand) {
    return leads.stream()
            .mapToDouble(lead -> lead.rarity() - 5 * log2(1 + demand.applyAsInt(lead)))
            .min()
            .orElse(Double.MAX_VALUE)
        - log2(1 + leads.size());
  }

  private static double log2(int number) {
    return Math.log(number) / Math.log(2);
  }
}
