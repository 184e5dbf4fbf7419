package io.streamalert.classify;

import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of some fields must look like: the option {@code log_patterns}. Each field must
 * match one of its patterns. Immutable.
 */
final class LogPatterns {

  private static final LogPatterns NONE = new LogPatterns(Map.of(), Map.of());

  private final Map<String, Condition> fields;
  private final Map<String, LogPatterns> nested;

  private LogPatterns(Map<String, Condition> fields, Map<String, LogPatterns> nested) {
    this.fields = fields;
    this.nested = nested;
  }

  /**
   * The patterns of a schema.
   *
   * @throws IllegalArgumentException if they are not texts, lists of texts, or maps of these
   */
  static LogPatterns of(LogSchema schema) {
    FieldValue patterns = new ParserOptions(schema).map("log_patterns");
    return patterns.exists() ? compile(patterns) : NONE;
  }

  private static LogPatterns compile(FieldValue patterns) {
    Map<String, Condition> fields = new LinkedHashMap<>();
    Map<String, LogPatterns> nested = new LinkedHashMap<>();
    patterns.fields().forEach((field, value) -> {
      if (value.kind() == Kind.MAP) {
        nested.put(field, compile(value));
      } else {
        fields.put(field, globs(field, value));
      }
    });
    return new LogPatterns(fields, nested);
  }

  private static Condition globs(String field, FieldValue value) {
    List<FieldValue> patterns = value.kind() == Kind.LIST ? value.elements() : List.of(value);
    return Condition.value()
        .globAny(patterns.stream()
            .map(pattern -> pattern
                .asString()
                .orElseThrow(() -> new IllegalArgumentException(
                    "its log_patterns have something other than text for \"" + field + "\"")))
            .toArray(String[]::new));
  }

  boolean isEmpty() {
    return fields.isEmpty() && nested.isEmpty();
  }

  /** The first field that does not match. */
  Optional<String> mismatch(FieldValue record, FieldValue envelope) {
    for (Map.Entry<String, Condition> field : fields.entrySet()) {
      if (!field.getValue().test(value(field.getKey(), record, envelope))) {
        return Optional.of(field.getKey());
      }
    }
    for (Map.Entry<String, LogPatterns> field : nested.entrySet()) {
      FieldValue inner = value(field.getKey(), record, envelope);
      Optional<String> inside = field.getValue().mismatch(inner, FieldValue.missing());
      if (inside.isPresent()) {
        return Optional.of(field.getKey() + "." + inside.get());
      }
    }
    return Optional.empty();
  }

  private static FieldValue value(String field, FieldValue record, FieldValue envelope) {
    return field.equals(Envelope.KEY) && envelope.exists() ? envelope : record.at(field);
  }
}
