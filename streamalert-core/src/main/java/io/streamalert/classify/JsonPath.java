package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path such as {@code Records[*]} or {@code a.b[*].c}: the part of JMESPath that schemas use,
 * worked out beforehand.
 *
 * @param steps keys, and {@code [*]} for all elements of a list
 */
record JsonPath(List<String> steps) {

  private static final String ALL = "[*]";
  private static final Pattern STEP =
      Pattern.compile("(?:([A-Za-z_][A-Za-z0-9_]*)|\"([^\"\\\\]+)\")|(\\[\\*\\])");

  /** The compiled path, or empty if it is not of this simple form. */
  static Optional<JsonPath> compile(String path) {
    List<String> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int at = 0;
    while (at < path.length()) {
      boolean dot = path.charAt(at) == '.' && at > 0;
      if (!step.region(dot ? at + 1 : at, path.length()).lookingAt()) {
        return Optional.empty();
      }
      boolean all = step.group(3) != null;
      if (all ? dot : dot != at > 0) {
        return Optional.empty();
      }
      steps.add(all ? ALL : "." + (step.group(1) != null ? step.group(1) : step.group(2)));
      at = step.end();
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(new JsonPath(List.copyOf(steps)));
  }

  /**
   * The values at the path: the elements of a list, or one value; none where the path leads nowhere
   * or to a falsy value.
   */
  List<FieldValue> find(FieldValue root) {
    FieldValue value = root;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).equals(ALL)) {
        return project(value, i + 1);
      }
      value = value.at(steps.get(i).substring(1));
    }
    if (!value.isTruthy()) {
      return List.of();
    }
    return value.kind() == FieldValue.Kind.LIST ? value.elements() : List.of(value);
  }

  /** A projection leaves out what is null, and nests: lists of lists stay lists. */
  private List<FieldValue> project(FieldValue list, int from) {
    if (from == steps.size()) {
      return withoutNulls(list.elements());
    }
    List<FieldValue> found = new ArrayList<>();
    JsonPath rest = new JsonPath(steps.subList(from, steps.size()));
    for (FieldValue element : list.elements()) {
      FieldValue inner = rest.value(element);
      if (!inner.isMissing()) {
        found.add(inner);
      }
    }
    return found;
  }

  /** The one value that JMESPath gives: null, a value, or the list of a projection. */
  private FieldValue value(FieldValue root) {
    FieldValue value = root;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).equals(ALL)) {
        return value.kind() == FieldValue.Kind.LIST
            ? FieldValue.of(project(value, i + 1))
            : FieldValue.missing();
      }
      value = value.at(steps.get(i).substring(1));
    }
    return value;
  }

  private static List<FieldValue> withoutNulls(List<FieldValue> elements) {
    for (FieldValue element : elements) {
      if (element.isNull()) {
        return elements.stream().filter(e -> !e.isNull()).toList();
      }
    }
    return elements;
  }
}
