package io.streamalert.classify;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;
import io.streamalert.record.FieldValue;

/**
 * A JMESPath expression, to find a value in another one. Immutable and thread-safe.
 *
 * <p>It follows the specification without its later additions, such as {@code let}. A function on a
 * value of the wrong type gives null.
 */
public final class FieldQuery {

  private final Expression<FieldValue> expression;

  private FieldQuery(Expression<FieldValue> expression) {
    this.expression = expression;
  }

  /**
   * Compiles an expression.
   *
   * @param expression the expression, such as {@code items[0].name}
   * @return the query
   * @throws IllegalArgumentException if it is no JMESPath; the message says where
   */
  public static FieldQuery compile(String expression) {
    try {
      return new FieldQuery(new FieldValueRuntime().compile(expression));
    } catch (JmesPathException e) {
      String problem = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      throw new IllegalArgumentException(expression + " is no JMESPath: " + problem, e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("The JMESPath is nested too deeply", e);
    }
  }

  /**
   * Finds what the expression asks for.
   *
   * @param root where it starts
   * @return the value; null where there is nothing, or the expression cannot be worked out
   */
  public FieldValue find(FieldValue root) {
    try {
      return expression.search(root);
    } catch (RuntimeException | StackOverflowError e) {
      return FieldValue.of(null);
    }
  }
}
