package io.streamalert.condition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tree behind a condition. Immutable; equal where it has the same form and parts. */
sealed interface Node {

  /**
   * Why this holds or not.
   *
   * @param scope the record, or the element of a list that this is about
   */
  Explanation explain(Place scope);

  String describe();

  default Node negated() {
    return new Not(this);
  }

  /** Whether the words must stand in brackets to be joined with others by a word. */
  default boolean needsBracketsBeside(String word) {
    return false;
  }

  /** All parts as one node: a single one is the part itself. */
  static Node all(List<Node> parts) {
    return parts.size() == 1 ? parts.get(0) : new All(parts);
  }

  /** Any of the parts as one node: a single one is the part itself. */
  static Node any(List<Node> parts) {
    return parts.size() == 1 ? parts.get(0) : new Any(parts);
  }

  /** All parts hold. */
  record All(List<Node> parts) implements Node {
    private static final String WORD = " and ";

    @Override
    public Explanation explain(Place scope) {
      Stream<Explanation> answers = parts.stream().map(part -> part.explain(scope));
      return Explanation.until(false, answers, describe(), scope);
    }

    @Override
    public String describe() {
      return parts.isEmpty() ? "always" : joined(parts, WORD);
    }

    @Override
    public boolean needsBracketsBeside(String word) {
      return !parts.isEmpty() && !word.equals(WORD);
    }

    static List<Node> flatten(Node a, Node b) {
      return Stream.of(a, b)
          .flatMap(n -> n instanceof All all ? all.parts.stream() : Stream.of(n))
          .toList();
    }
  }

  /** At least one part holds. */
  record Any(List<Node> parts) implements Node {
    private static final String WORD = " or ";

    @Override
    public Explanation explain(Place scope) {
      Stream<Explanation> answers = parts.stream().map(part -> part.explain(scope));
      return Explanation.until(true, answers, describe(), scope);
    }

    @Override
    public String describe() {
      return parts.isEmpty() ? "never" : joined(parts, WORD);
    }

    @Override
    public boolean needsBracketsBeside(String word) {
      return !parts.isEmpty() && !word.equals(WORD);
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
    public Explanation explain(Place scope) {
      return part.explain(scope).negated(describe());
    }

    @Override
    public String describe() {
      return part instanceof Test test ? test.describeNegated() : "not (" + part.describe() + ")";
    }

    @Override
    public boolean needsBracketsBeside(String word) {
      return part instanceof Test && part.needsBracketsBeside(word);
    }

    @Override
    public Node negated() {
      return part;
    }
  }

  /** A demand on one value, or on one of several. */
  record Test(Subject subject, Check check) implements Node {
    @Override
    public Explanation explain(Place scope) {
      if (subject instanceof Subject.Anywhere anywhere) {
        String clause = anywhere.key() + " " + check.words();
        Stream<Explanation> answers =
            subject.places(scope).stream().map(place -> explain(place, scope, clause));
        return Explanation.untilOfMany(true, answers, describe(), scope);
      }
      return explain(subject.places(scope).get(0), scope, describe());
    }

    private Explanation explain(Place place, Place scope, String clause) {
      if (check instanceof ElementCheck elements && elements.isOnList(place)) {
        return Explanation.untilOfMany(!elements.all(), elements.explain(place), clause, place);
      }
      boolean holds = check.test(place.value(), scope.value());
      return new Explanation(holds, clause, place.path(), place.value().kind(), List.of());
    }

    @Override
    public String describe() {
      return subject.words() + " " + check.words();
    }

    String describeNegated() {
      return subject instanceof Subject.Anywhere anywhere
          ? "no " + anywhere.key() + " anywhere " + check.words()
          : subject.words() + " " + check.negatedWords();
    }

    /** What is said of the elements of a list has no end but a bracket. */
    @Override
    public boolean needsBracketsBeside(String word) {
      return check instanceof ElementCheck;
    }
  }

  private static String joined(List<Node> parts, String word) {
    return parts.stream()
        .map(p -> p.needsBracketsBeside(word) ? "(" + p.describe() + ")" : p.describe())
        .collect(Collectors.joining(word));
  }
}
