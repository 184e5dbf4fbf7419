package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.Optional;

/** Reads the options of a schema's parser. Empty values count as not set, as in StreamAlert 3.5. */
final class ParserOptions {

  private final LogSchema schema;

  ParserOptions(LogSchema schema) {
    this.schema = schema;
  }

  /**
   * An option that is text.
   *
   * @throws IllegalArgumentException if it is something else
   */
  Optional<String> text(String name) {
    FieldValue value = schema.option(name);
    if (!value.isTruthy()) {
      return Optional.empty();
    }
    return Optional.of(value
        .asString()
        .orElseThrow(() -> new IllegalArgumentException("its " + name + " must be text")));
  }

  /**
   * An option that is one character.
   *
   * @throws IllegalArgumentException if it is longer
   */
  Optional<Character> character(String name) {
    Optional<String> text = text(name);
    if (text.filter(t -> t.length() != 1).isPresent()) {
      throw new IllegalArgumentException("its " + name + " must be one character");
    }
    return text.map(t -> t.charAt(0));
  }

  /**
   * An option that is a map.
   *
   * @return the map, or a missing value
   * @throws IllegalArgumentException if it is something else
   */
  FieldValue map(String name) {
    FieldValue value = schema.option(name);
    if (!value.isTruthy()) {
      return FieldValue.missing();
    }
    if (value.kind() != Kind.MAP) {
      throw new IllegalArgumentException("its " + name + " must be a map");
    }
    return value;
  }
}
