package io.streamalert.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Small changes of a condition. */
final class Mutations {

  /**
   * A changed node.
   *
   * @param change what was changed, for people
   * @param node what came of it
   */
  private record Mutation(String change, Node node) {

    static Mutation of(Node before, Node after) {
      return new Mutation(before.describe() + " becomes " + after.describe(), after);
    }

    Mutation inside(UnaryOperator<Node> around) {
      return new Mutation(change, around.apply(node));
    }
  }

  private Mutations() {}

  /** The changes of a node, by what comes of them: each once, and never the node itself. */
  static Map<Node, String> of(Node node) {
    Map<Node, String> changes = new LinkedHashMap<>();
    for (Mutation mutation : mutations(node)) {
      if (!mutation.node.equals(node)) {
        changes.putIfAbsent(mutation.node, mutation.change);
      }
    }
    return changes;
  }

  private static List<Mutation> mutations(Node node) {
    if (node instanceof Node.All all) {
      return ofJoined(all, all.parts(), Node::all, Node::any);
    }
    if (node instanceof Node.Any any) {
      return ofJoined(any, any.parts(), Node::any, Node::all);
    }
    if (node instanceof Node.Not not) {
      return ofNot(not);
    }
    return ofTest((Node.Test) node);
  }

  /** Makes one node of several. */
  private interface Joining {
    Node join(List<Node> parts);
  }

  private static List<Mutation> ofJoined(Node node, List<Node> parts, Joining same, Joining other) {
    List<Mutation> mutations = new ArrayList<>();
    mutations.add(Mutation.of(node, other.join(parts)));
    for (int i = 0; i < parts.size(); i++) {
      List<Node> fewer = new ArrayList<>(parts);
      fewer.remove(i);
      mutations.add(new Mutation("without " + parts.get(i).describe(), same.join(fewer)));
    }
    for (int i = 0; i < parts.size(); i++) {
      int place = i;
      mutations(parts.get(i))
          .forEach(mutation ->
              mutations.add(mutation.inside(part -> same.join(replaced(parts, place, part)))));
    }
    return mutations;
  }

  private static List<Node> replaced(List<Node> parts, int place, Node part) {
    List<Node> replaced = new ArrayList<>(parts);
    replaced.set(place, part);
    return List.copyOf(replaced);
  }

  private static List<Mutation> ofNot(Node.Not not) {
    List<Mutation> mutations = new ArrayList<>();
    mutations.add(Mutation.of(not, not.part()));
    mutations(not.part()).forEach(inner -> mutations.add(inner.inside(Node::negated)));
    return mutations;
  }

  private static List<Mutation> ofTest(Node.Test test) {
    List<Mutation> mutations = new ArrayList<>();
    mutations.add(Mutation.of(test, test.negated()));
    if (test.subject() instanceof Subject.First first) {
      Node wider = new Node.Test(new Subject.Anywhere(first.key()), test.check());
      mutations.add(Mutation.of(test, wider));
    } else if (test.subject() instanceof Subject.Anywhere anywhere) {
      Node narrower = new Node.Test(new Subject.First(anywhere.key()), test.check());
      mutations.add(Mutation.of(test, narrower));
    }
    for (Check other : test.check().variants()) {
      mutations.add(Mutation.of(test, new Node.Test(test.subject(), other)));
    }
    if (test.check() instanceof ElementCheck elements) {
      mutations.addAll(inElements(test.subject(), elements));
    }
    return mutations;
  }

  private static List<Mutation> inElements(Subject subject, ElementCheck elements) {
    return elements.element().variants().stream()
        .map(variant -> new Mutation(
            "in the elements of " + subject.words() + ": " + variant.change(),
            new Node.Test(subject, new ElementCheck(elements.all(), variant.condition()))))
        .toList();
  }
}
