package io.streamalert.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Several paths that are looked up together: what their beginnings have in common is walked once, and
 * of each map all wanted keys are found in one pass. Immutable and thread-safe.
 */
public final class FieldPaths {

  private static final int REMEMBERED = 1 << 8;

  private final int size;
  private final Step root;
  /** By sets of names: the number in {@link #root} of each name that is a first step, else -1. */
  private final Map<FieldNames, int[]> firstSteps = new ConcurrentHashMap<>();
  /** What the latest common fields lead to; of two that fall on one place the later one stays. */
  private final AtomicReferenceArray<@Nullable Laid> laid = new AtomicReferenceArray<>(REMEMBERED);

  private FieldPaths(List<FieldPath> paths) {
    this.size = paths.size();
    Beginning beginning = new Beginning();
    for (int number = 0; number < size; number++) {
      Beginning at = beginning;
      for (String key : paths.get(number).keys()) {
        at = at.next.computeIfAbsent(key, k -> new Beginning());
      }
      at.ends.add(number);
    }
    this.root = new Step(beginning);
  }

  /** What some paths have in common, while they are read. */
  private static final class Beginning {
    private final List<Integer> ends = new ArrayList<>();
    private final Map<String, Beginning> next = new LinkedHashMap<>();
  }

  /** The same, ready to be looked up. */
  private static final class Step {
    private final int[] ends;
    private final FieldNames names;
    private final Step[] next;

    Step(Beginning beginning) {
      this.ends = beginning.ends.stream().mapToInt(Integer::intValue).toArray();
      this.names = FieldNames.of(beginning.next.keySet());
      this.next = beginning.next.values().stream().map(Step::new).toArray(Step[]::new);
    }
  }

  /**
   * These paths.
   *
   * @param paths the paths, numbered from 0
   * @return the paths, ready to be looked up
   */
  public static FieldPaths of(List<FieldPath> paths) {
    return new FieldPaths(paths);
  }

  /**
   * Looks all paths up.
   *
   * @param content the fields
   * @return the value of each path by its number, {@link FieldValue#missing()} where there is none;
   *     a new array
   */
  public FieldValue[] find(FieldValue content) {
    FieldValue[] found = new FieldValue[size];
    Arrays.fill(found, FieldValue.missing());
    end(root, content, found);
    begin(content, found);
    return found;
  }

  /** The first steps, which classification may have looked up already. */
  private void begin(FieldValue content, FieldValue[] found) {
    if (content instanceof OverlaidMap map) {
      begin(map.base(), found);
      if (map.common() == null) {
        walkOver(root, map.over(), found);
      } else {
        laid(map.common()).over(root, found);
      }
    } else if (content instanceof TapeValue read && read.named() != null) {
      begin(read.tape(), read.named(), found);
    } else {
      walkOn(root, content, found);
    }
  }

  /** The common fields that are first steps. */
  private record Laid(CommonFields common, List<Field> fields) {

    void over(Step root, FieldValue[] found) {
      for (int i = 0; i < fields.size(); i++) {
        replace(root, fields.get(i).number, fields.get(i).value, found);
      }
    }
  }

  /** A common field and its number in the root. */
  private record Field(int number, FieldValue value) {}

  @SuppressWarnings("ReferenceEquality") // as fields that are equal seldom are not the same
  private Laid laid(CommonFields common) {
    int place = common.hashCode() & REMEMBERED - 1;
    Laid known = laid.get(place);
    if (known == null || known.common != common) {
      known = new Laid(common, firstSteps(common));
      laid.set(place, known);
    }
    return known;
  }

  private List<Field> firstSteps(CommonFields common) {
    return common.fields().entrySet().stream()
        .map(field -> new Field(root.names.number(field.getKey()), field.getValue()))
        .filter(field -> field.number >= 0)
        .toList();
  }

  private void begin(JsonTape tape, NamedFields named, FieldValue[] found) {
    int[] numbers = firstSteps.computeIfAbsent(named.names(), this::numbersOf);
    for (int i = 0; i < named.count(); i++) {
      int number = numbers[named.number(i)];
      if (number >= 0) {
        step(root.next[number], tape, named.index(i), found);
      }
    }
  }

  private int[] numbersOf(FieldNames names) {
    int[] numbers = new int[names.size()];
    Arrays.setAll(numbers, number -> root.names.number(names.name(number)));
    return numbers;
  }

  private static void walk(Step step, FieldValue value, FieldValue[] found) {
    end(step, value, found);
    if (step.next.length > 0) {
      walkOn(step, value, found);
    }
  }

  private static void end(Step step, FieldValue value, FieldValue[] found) {
    for (int number : step.ends) {
      found[number] = value;
    }
  }

  private static void walkOn(Step step, FieldValue value, FieldValue[] found) {
    if (value instanceof TapeValue read) {
      walkOn(step, read.tape(), read.index(), found);
    } else if (value instanceof OverlaidMap map) {
      walkOn(step, map.base(), found);
      walkOver(step, map.over(), found);
    } else {
      for (int number = 0; number < step.next.length; number++) {
        FieldValue inner = value.at(step.names.name(number));
        if (inner.exists()) {
          walk(step.next[number], inner, found);
        }
      }
    }
  }

  private static void walkOn(Step step, JsonTape tape, int index, FieldValue[] found) {
    if (tape.kind(index) != JsonTape.MAP) {
      return;
    }
    int[] values = step.names.valuesOn(tape, index);
    for (int number = 0; number < values.length; number++) {
      if (values[number] > 0) {
        step(step.next[number], tape, values[number], found);
      }
    }
  }

  private static void step(Step step, JsonTape tape, int value, FieldValue[] found) {
    if (step.ends.length > 0) {
      end(step, FieldValue.on(tape, value), found);
    }
    if (step.next.length > 0) {
      walkOn(step, tape, value, found);
    }
  }

  /** What lies under another field was found first and is replaced here, which is rare. */
  private static void walkOver(Step step, Map<String, FieldValue> over, FieldValue[] found) {
    if (over.size() < step.next.length) {
      over.forEach((key, value) -> replace(step, step.names.number(key), value, found));
    } else {
      for (int number = 0; number < step.next.length; number++) {
        FieldValue value = over.get(step.names.name(number));
        if (value != null) {
          replace(step, number, value, found);
        }
      }
    }
  }

  private static void replace(Step step, int number, FieldValue value, FieldValue[] found) {
    if (number >= 0) {
      forget(step.next[number], found);
      walk(step.next[number], value, found);
    }
  }

  private static void forget(Step step, FieldValue[] found) {
    end(step, FieldValue.missing(), found);
    for (Step next : step.next) {
      forget(next, found);
    }
  }
}
