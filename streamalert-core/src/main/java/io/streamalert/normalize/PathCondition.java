package io.streamalert.normalize;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a place is normalised, as StreamAlert 3.5 has it: the record's value in lower case against a
 * configured one, by the first operator in this order that is set. A place that is not there meets
 * nothing, not even the negative operators.
 */
record PathCondition(FieldPath path, String operator, FieldValue wanted) {

  private static final List<String> OPERATORS =
      List.of("is", "is_not", "in", "not_in", "contains", "not_contains");

  static PathCondition parse(FieldValue condition) {
    String operator =
        OPERATORS.stream().filter(op -> condition.at(op).isTruthy()).findFirst().orElse("");
    return new PathCondition(
        NormalizationRule.path(condition.at("path")), operator, condition.at(operator));
  }

  boolean test(FieldValue content) {
    Optional<FieldValue> found = NormalizationRule.find(content, path);
    return found.isPresent() && test(found.get().asText().toLowerCase(Locale.ROOT));
  }

  private boolean test(String value) {
    return switch (operator) {
      case "is" -> wanted.is(value);
      case "is_not" -> !wanted.is(value);
      case "in" -> isIn(value);
      case "not_in" -> !isIn(value);
      case "contains" -> value.contains(wanted.asText());
      case "not_contains" -> !value.contains(wanted.asText());
      default -> false;
    };
  }

  /** In a text means a part of it, in a list an element of it. */
  private boolean isIn(String value) {
    return wanted.kind() == Kind.LIST
        ? wanted.elements().contains(FieldValue.of(value))
        : wanted.asText().contains(value);
  }
}
