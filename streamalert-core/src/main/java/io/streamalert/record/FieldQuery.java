package io.streamalert.record;

import io.burt.jmespath.Expression;
import io.burt.jmespath.JmesPathException;

/**
 * A JMESPath expression over field values, such as {@code "@slack.attachments"[0].title}. For tests
 * and configuration: a rule reads what it needs by {@link FieldValue#at(String...)}, which is faster.
 * Immutable and thread-safe.
 */
public final class FieldQuery {

  private final String text;
  private final Expression<FieldValue> expression;

  private FieldQuery(String text, Expression<FieldValue> expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Compiles an expression.
   *
   * @param expression the JMESPath expression
   * @return the query
   * @throws IllegalArgumentException if it is no JMESPath; the message says where, and quotes it
   */
  public static FieldQuery compile(String expression) {
    try {
      return new FieldQuery(expression, new FieldValueRuntime().compile(expression));
    } catch (JmesPathException e) {
      throw new IllegalArgumentException("no JMESPath: " + oneLine(e), e);
    } catch (StackOverflowError e) {
      throw new IllegalArgumentException("nested too deeply", e);
    }
  }

  private static String oneLine(JmesPathException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
  }

  /**
   * Evaluates the expression.
   *
   * @param root the value to search
   * @return what it gives; null or missing where it leads nowhere, and also where it cannot be
   *     evaluated, such as a function of a value of the wrong type
   */
  public FieldValue find(FieldValue root) {
    try {
      return expression.search(root);
    } catch (RuntimeException | StackOverflowError e) {
      return FieldValue.missing();
    }
  }

  /** {@return the expression} */
  @Override
  public String toString() {
    return text;
  }
}
