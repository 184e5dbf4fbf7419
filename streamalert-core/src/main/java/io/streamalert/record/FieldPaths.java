package io.streamalert.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several paths that are looked up together: what their beginnings have in common is walked once.
 * Immutable and thread-safe.
 */
public final class FieldPaths {

  private final int size;
  private final Step root = new Step("");

  private FieldPaths(List<FieldPath> paths) {
    this.size = paths.size();
    for (int number = 0; number < size; number++) {
      Step step = root;
      for (String key : paths.get(number).keys()) {
        step = step.then(key);
      }
      step.ends.add(number);
    }
  }

  /** A key and what follows it; complete before the paths are used. */
  private static final class Step {
    private final String key;
    private final byte[] utf8;
    private final boolean hasUtf8;
    private final List<Integer> ends = new ArrayList<>();
    private final List<Step> next = new ArrayList<>();

    Step(String key) {
      this.key = key;
      this.utf8 = key.getBytes(StandardCharsets.UTF_8);
      this.hasUtf8 = new String(utf8, StandardCharsets.UTF_8).equals(key);
    }

    Step then(String nextKey) {
      for (Step step : next) {
        if (step.key.equals(nextKey)) {
          return step;
        }
      }
      Step step = new Step(nextKey);
      next.add(step);
      return step;
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
    walk(root, content, found);
    return found;
  }

  private static void walk(Step step, FieldValue value, FieldValue[] found) {
    for (int number : step.ends) {
      found[number] = value;
    }
    if (value instanceof TapeValue read) {
      walkOn(read.tape(), read.index(), step, found);
      return;
    }
    for (Step next : step.next) {
      FieldValue inner = value.at(next.key);
      if (inner.exists()) {
        walk(next, inner, found);
      }
    }
  }

  private static void walkOn(JsonTape tape, int index, Step step, FieldValue[] found) {
    if (tape.kind(index) != JsonTape.MAP) {
      return;
    }
    for (Step next : step.next) {
      int inner = next.hasUtf8 ? tape.find(index, next.utf8) : tape.find(index, next.key);
      if (inner >= 0) {
        for (int number : next.ends) {
          found[number] = FieldValue.on(tape, inner);
        }
        walkOn(tape, inner, next, found);
      }
    }
  }
}
