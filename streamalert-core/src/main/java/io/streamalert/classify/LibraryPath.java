package io.streamalert.classify;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.streamalert.record.FieldValue;
import java.util.List;

/** Any JMESPath expression, evaluated by the JMESPath library. */
final class LibraryPath implements RecordPath {

  private final Expression<FieldValue> expression;

  private LibraryPath(Expression<FieldValue> expression) {
    this.expression = expression;
  }

  static LibraryPath compile(String expression) {
    try {
      return new LibraryPath(new FieldValueRuntime().compile(expression));
    } catch (JmesPathException e) {
      throw new IllegalArgumentException("the json_path is no JMESPath: " + oneLine(e), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("the json_path is nested too deeply", e);
    }
  }

  private static String oneLine(JmesPathException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }

  @Override
  public Takes takes() {
    return Takes.json();
  }

  /** What the library cannot evaluate finds nothing. */
  @Override
  public List<FieldValue> find(FieldValue root) {
    try {
      return RecordPath.asList(expression.search(root));
    } catch (RuntimeException | StackOverflowError e) {
      return List.of();
    }
  }
}
