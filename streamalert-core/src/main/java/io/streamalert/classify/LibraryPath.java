package io.streamalert.classify;

import io.streamalert.record.FieldQuery;
import io.streamalert.record.FieldValue;
import java.util.List;

/** Any JMESPath expression, evaluated by the JMESPath library. */
final class LibraryPath implements RecordPath {

  private final FieldQuery query;

  private LibraryPath(FieldQuery query) {
    this.query = query;
  }

  static LibraryPath compile(String expression) {
    try {
      return new LibraryPath(FieldQuery.compile(expression));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the json_path is " + e.getMessage(), e);
    }
  }

  @Override
  public Takes takes() {
    return Takes.json();
  }

  /** What the library cannot evaluate finds nothing. */
  @Override
  public List<FieldValue> find(FieldValue root) {
    return RecordPath.asList(query.find(root));
  }
}
