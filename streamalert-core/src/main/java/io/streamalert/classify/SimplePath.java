package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path such as {@code Records[*]} or {@code a.b[*].c}: the part of JMESPath that schemas use. */
final class SimplePath implements RecordPath {

  private static final Pattern STEP =
      Pattern.compile("(?:([A-Za-z_][A-Za-z0-9_]*)|\"([^\"\\\\]+)\")|(\\[\\*\\])");

  /** Keys, and null for all elements of a list. */
  private final @Nullable String[] steps;

  private SimplePath(List<@Nullable String> steps) {
    this.steps = steps.toArray(String[]::new);
  }

  /** The compiled path, or empty if it is not of this simple form. */
  static Optional<SimplePath> compile(String path) {
    List<@Nullable String> steps = new ArrayList<>();
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
      steps.add(step.group(1) != null ? step.group(1) : step.group(2));
      at = step.end();
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(new SimplePath(steps));
  }

  @Override
  public Takes takes() {
    return steps[0] == null ? Takes.of(Payload.Form.LIST) : Takes.mapWith(steps[0]);
  }

  @Override
  public List<FieldValue> find(FieldValue root) {
    FieldValue value = root;
    for (int i = 0; i < steps.length; i++) {
      String key = steps[i];
      if (key == null) {
        return project(value, i + 1);
      }
      value = value.at(key);
    }
    return RecordPath.asList(value);
  }

  /** The one value that JMESPath gives: null, a value, or the list of a projection. */
  private FieldValue value(FieldValue root, int from) {
    FieldValue value = root;
    for (int i = from; i < steps.length; i++) {
      String key = steps[i];
      if (key == null) {
        return value.kind() == Kind.LIST
            ? FieldValue.list(project(value, i + 1))
            : FieldValue.missing();
      }
      value = value.at(key);
    }
    return value;
  }

  /** A projection leaves out what is null, and nests: lists of lists stay lists. */
  private List<FieldValue> project(FieldValue list, int from) {
    List<FieldValue> elements = list.elements();
    List<FieldValue> found = new ArrayList<>(elements.size());
    for (FieldValue element : elements) {
      FieldValue inner = value(element, from);
      if (!inner.isMissing()) {
        found.add(inner);
      }
    }
    return found;
  }
}
