package io.streamalert.normalize;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One place of a log type where values of a normalised type stand. */
record NormalizationRule(FieldPath path, Optional<PathCondition> condition, FieldValue frame) {

  private static final String PATH = "path";
  private static final String FUNCTION = "function";
  private static final String CONDITION = "condition";
  private static final String VALUES = "values";
  private static final String SEND_TO_ARTIFACTS = "send_to_artifacts";
  private static final Set<String> KEYS = Set.of(PATH, FUNCTION, CONDITION, SEND_TO_ARTIFACTS);

  /**
   * The rules of one normalised type: a list of keys is one path, a list of maps has one each. An
   * empty list is a path too, one that finds nothing.
   */
  static List<NormalizationRule> parse(
      String where, FieldValue parameters, List<Problem> problems) {
    List<FieldValue> elements = parameters.elements();
    boolean isList = parameters.kind() == Kind.LIST;
    if (isList && elements.stream().allMatch(e -> e.kind() == Kind.STRING)) {
      return List.of(new NormalizationRule(
          path(parameters), Optional.empty(), frame(FieldValue.missing(), true)));
    }
    if (!isList || !elements.stream().allMatch(e -> e.kind() == Kind.MAP)) {
      problems.add(Problem.of(where + " is neither a list of keys nor a list of maps")
          .mendedBy("Write [\"KEY\", …] or [{\"path\": [\"KEY\", …]}]."));
      return List.of();
    }
    List<NormalizationRule> rules = new ArrayList<>();
    elements.forEach(element -> parseMap(where, element, problems).ifPresent(rules::add));
    return rules;
  }

  private static Optional<NormalizationRule> parseMap(
      String where, FieldValue map, List<Problem> problems) {
    for (String key : map.fields().keySet()) {
      if (!KEYS.contains(key)) {
        problems.add(Problem.of(where + " has no setting \"" + key + "\"").choose(key, KEYS));
        return Optional.empty();
      }
    }
    if (map.at(PATH).kind() != Kind.LIST) {
      problems.add(Problem.of(where + " has no path").mendedBy("Add \"path\": [\"KEY\", …]."));
      return Optional.empty();
    }
    FieldValue written = map.at(CONDITION);
    if (written.isTruthy() && written.kind() != Kind.MAP) {
      problems.add(Problem.of(where + " has a condition that is no map")
          .mendedBy("Write {\"path\": [\"KEY\", …], \"is\": \"VALUE\"}."));
      return Optional.empty();
    }
    Optional<PathCondition> condition =
        written.isTruthy() ? Optional.of(PathCondition.parse(written)) : Optional.empty();
    FieldValue frame = frame(map.at(FUNCTION), !map.at(SEND_TO_ARTIFACTS).is(false));
    return Optional.of(new NormalizationRule(path(map.at(PATH)), condition, frame));
  }

  /** An entry without its values. */
  private static FieldValue frame(FieldValue function, boolean artifact) {
    Map<String, FieldValue> frame = new LinkedHashMap<>();
    frame.put(FUNCTION, function.isMissing() ? FieldValue.of(null) : function);
    frame.put(VALUES, FieldValue.of(null));
    if (!artifact) {
      frame.put(SEND_TO_ARTIFACTS, FieldValue.of(false));
    }
    return FieldValue.map(frame);
  }

  /** What an entry has beside the values of the record. */
  Stream<FieldValue> ownValues() {
    return frame.fields().values().stream();
  }

  static FieldPath path(FieldValue keys) {
    return FieldPath.of(keys.elements().stream().map(FieldValue::asText).toList());
  }

  /** What is at a path: a falsy value on the way, or at its end, counts as nothing. */
  static Optional<FieldValue> find(FieldValue content, FieldPath path) {
    FieldValue value = content.at(path);
    return path.keys().isEmpty() || !value.isTruthy() ? Optional.empty() : Optional.of(value);
  }

  /** The entry of what was found at the path, if that counts as something. */
  Optional<FieldValue> entry(FieldValue content, FieldValue found) {
    boolean nothing = path.keys().isEmpty() || !found.isTruthy();
    return nothing || (condition.isPresent() && !condition.get().test(content))
        ? Optional.empty()
        : Optional.of(entryOf(found));
  }

  private FieldValue entryOf(FieldValue value) {
    return frame.with(
        VALUES, value.kind() == Kind.LIST ? value : FieldValue.list(List.of(text(value))));
  }

  private static FieldValue text(FieldValue value) {
    return value.kind() == Kind.STRING ? value : FieldValue.of(value.asText());
  }
}
