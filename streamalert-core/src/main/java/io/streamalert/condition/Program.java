package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition made ready for testing: a field that several clauses look at is looked up once, when
 * the first of them needs it.
 */
final class Program {

  private final Step start;
  private final int shared;

  private Program(Step start, int shared) {
    this.start = start;
    this.shared = shared;
  }

  /** What to do for a clause. */
  private interface Step {
    boolean test(FieldValue content, @Nullable FieldValue[] found);
  }

  static Program of(Node node) {
    Map<FieldPath, Integer> uses = new HashMap<>();
    count(node, uses);
    Map<FieldPath, Integer> slots = new HashMap<>();
    uses.forEach((path, count) -> {
      if (count > 1) {
        slots.put(path, slots.size());
      }
    });
    return new Program(step(node, slots), slots.size());
  }

  boolean test(FieldValue content) {
    return start.test(content, new FieldValue[shared]);
  }

  private static void count(Node node, Map<FieldPath, Integer> uses) {
    if (node instanceof Node.All all) {
      all.parts().forEach(part -> count(part, uses));
    } else if (node instanceof Node.Any any) {
      any.parts().forEach(part -> count(part, uses));
    } else if (node instanceof Node.Not not) {
      count(not.part(), uses);
    } else if (node instanceof Node.Test test) {
      uses.merge(test.path(), 1, Integer::sum);
    }
  }

  private static Step step(Node node, Map<FieldPath, Integer> slots) {
    if (node instanceof Node.All all) {
      return until(false, all.parts().stream().map(part -> step(part, slots)).toArray(Step[]::new));
    }
    if (node instanceof Node.Any any) {
      return until(true, any.parts().stream().map(part -> step(part, slots)).toArray(Step[]::new));
    }
    if (node instanceof Node.Not not) {
      Step part = step(not.part(), slots);
      return (content, found) -> !part.test(content, found);
    }
    return step((Node.Test) node, slots);
  }

  /** Asks one part after the other for the deciding answer. */
  private static Step until(boolean decisive, Step[] parts) {
    return (content, found) -> {
      for (Step part : parts) {
        if (part.test(content, found) == decisive) {
          return decisive;
        }
      }
      return !decisive;
    };
  }

  private static Step step(Node.Test test, Map<FieldPath, Integer> slots) {
    FieldPath path = test.path();
    Check check = test.check();
    Integer slot = slots.get(path);
    if (slot == null) {
      return (content, found) -> check.test(content.at(path));
    }
    int place = slot;
    return (content, found) -> {
      FieldValue value = found[place];
      if (value == null) {
        value = content.at(path);
        found[place] = value;
      }
      return check.test(value);
    };
  }
}
