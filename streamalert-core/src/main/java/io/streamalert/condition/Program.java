package io.streamalert.condition;

import io.streamalert.record.FieldValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition made ready for testing: a field that several clauses look at is looked up once, when
 * the first of them needs it.
 */
final class Program {

  private final Step start;
  private final int shared;
  // Without shared fields nothing is ever written to it.
  private final @Nullable FieldValue[] none = new FieldValue[0];

  private Program(Step start, int shared) {
    this.start = start;
    this.shared = shared;
  }

  /** What to do for a clause. */
  private interface Step {
    boolean test(FieldValue content, @Nullable FieldValue[] found);
  }

  static Program of(Node node) {
    Map<Subject, Integer> uses = new HashMap<>();
    count(node, uses);
    Map<Subject, Integer> slots = new HashMap<>();
    uses.forEach((subject, count) -> {
      if (count > 1) {
        slots.put(subject, slots.size());
      }
    });
    return new Program(step(node, slots), slots.size());
  }

  boolean test(FieldValue content) {
    return start.test(content, shared == 0 ? none : new FieldValue[shared]);
  }

  private static void count(Node node, Map<Subject, Integer> uses) {
    if (node instanceof Node.All all) {
      all.parts().forEach(part -> count(part, uses));
    } else if (node instanceof Node.Any any) {
      any.parts().forEach(part -> count(part, uses));
    } else if (node instanceof Node.Not not) {
      count(not.part(), uses);
    } else if (node instanceof Node.Test test) {
      uses.merge(test.subject(), 1, Integer::sum);
    }
  }

  private static Step step(Node node, Map<Subject, Integer> slots) {
    if (node instanceof Node.All all) {
      return until(false, all.parts(), slots);
    }
    if (node instanceof Node.Any any) {
      return until(true, any.parts(), slots);
    }
    if (node instanceof Node.Not not) {
      Step part = step(not.part(), slots);
      return (content, found) -> !part.test(content, found);
    }
    Node.Test test = (Node.Test) node;
    if (test.subject() instanceof Subject.Anywhere anywhere) {
      Check check = test.check();
      return (content, found) -> anywhere.anyMeets(check, content);
    }
    return step((Subject.One) test.subject(), test.check(), slots);
  }

  /** Asks one part after the other for the deciding answer. */
  private static Step until(boolean decisive, List<Node> nodes, Map<Subject, Integer> slots) {
    Step[] parts = nodes.stream().map(node -> step(node, slots)).toArray(Step[]::new);
    return (content, found) -> {
      for (Step part : parts) {
        if (part.test(content, found) == decisive) {
          return decisive;
        }
      }
      return !decisive;
    };
  }

  private static Step step(Subject.One subject, Check check, Map<Subject, Integer> slots) {
    Integer slot = slots.get(subject);
    if (slot == null) {
      return (content, found) -> check.test(subject.find(content), content);
    }
    int place = slot;
    return (content, found) -> {
      FieldValue value = found[place];
      if (value == null) {
        value = subject.find(content);
        found[place] = value;
      }
      return check.test(value, content);
    };
  }
}
