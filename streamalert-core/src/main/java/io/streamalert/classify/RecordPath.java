package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of a JSON payload are: a compiled {@code json_path}, which is a JMESPath
 * expression. The usual form, such as {@code Records[*]}, is our own; all others are the library's.
 * Thread-safe.
 */
interface RecordPath {

  /**
   * Compiles an expression.
   *
   * @throws IllegalArgumentException if it is no JMESPath; the message says where
   */
  static RecordPath compile(String expression) {
    Optional<RecordPath> simple = SimplePath.compile(expression).map(path -> path);
    return simple.orElseGet(() -> LibraryPath.compile(expression));
  }

  /**
   * The values at the path: the elements of a list, or one value; none where the path leads nowhere
   * or to a falsy value.
   */
  List<FieldValue> find(FieldValue root);

  /** What payloads the path can find something in. */
  Takes takes();

  /** What a path makes of one value: the elements of a list, one value, or nothing. */
  static List<FieldValue> asList(FieldValue found) {
    if (!found.isTruthy()) {
      return List.of();
    }
    return found.kind() == FieldValue.Kind.LIST ? found.elements() : List.of(found);
  }
}
