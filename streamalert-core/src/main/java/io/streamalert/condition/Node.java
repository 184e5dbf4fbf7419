package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tree behind a condition. */
sealed interface Node {

  Explanation explain(FieldValue content);

  String describe();

  default Node negated() {
    return new Not(this);
  }

  /** All parts hold. */
  record All(List<Node> parts) implements Node {
    @Override
    public Explanation explain(FieldValue content) {
      return explainUntil(false, parts, content, describe());
    }

    @Override
    public String describe() {
      return parts.isEmpty() ? "always" : joined(parts, " and ");
    }

    static List<Node> flatten(Node a, Node b) {
      return Stream.of(a, b)
          .flatMap(n -> n instanceof All all ? all.parts.stream() : Stream.of(n))
          .toList();
    }
  }

  /** At least one part holds. */
  record Any(List<Node> parts) implements Node {
    @Override
    public Explanation explain(FieldValue content) {
      return explainUntil(true, parts, content, describe());
    }

    @Override
    public String describe() {
      return parts.isEmpty() ? "never" : joined(parts, " or ");
    }

    static List<Node> flatten(Node a, Node b) {
      return Stream.of(a, b)
          .flatMap(n -> n instanceof Any any ? any.parts.stream() : Stream.of(n))
          .toList();
    }
  }

  /** The part does not hold. */
  record Not(Node part) implements Node {
    @Override
    public Explanation explain(FieldValue content) {
      Explanation inner = part.explain(content);
      return new Explanation(!inner.holds(), describe(), inner.found(), List.of(inner));
    }

    @Override
    public String describe() {
      return part instanceof Test test
          ? test.path + " " + test.check.negatedWords()
          : "not (" + part.describe() + ")";
    }

    @Override
    public Node negated() {
      return part;
    }
  }

  /** A demand on one field. */
  record Test(FieldPath path, Check check) implements Node {
    @Override
    public Explanation explain(FieldValue content) {
      FieldValue value = content.at(path);
      return new Explanation(check.test(value), describe(), value.kind(), List.of());
    }

    @Override
    public String describe() {
      return path + " " + check.words();
    }
  }

  private static Explanation explainUntil(
      boolean decisive, List<Node> parts, FieldValue content, String clause) {
    List<Explanation> seen = new ArrayList<>();
    for (Node part : parts) {
      Explanation answer = part.explain(content);
      seen.add(answer);
      if (answer.holds() == decisive) {
        return new Explanation(decisive, clause, content.kind(), seen);
      }
    }
    return new Explanation(!decisive, clause, content.kind(), seen);
  }

  private static String joined(List<Node> parts, String word) {
    return parts.stream()
        .map(p -> p instanceof All || p instanceof Any ? "(" + p.describe() + ")" : p.describe())
        .collect(Collectors.joining(word));
  }
}
