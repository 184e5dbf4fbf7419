package io.streamalert.testkit;

import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code json_path} of a schema, walked from the record outwards. */
final class NestingPath {

  private static final String ALL = "[*]";

  private static final Pattern STEP =
      Pattern.compile("\\.?([A-Za-z_][A-Za-z0-9_]*|\"[^\"\\\\]+\"|\\[\\*\\])");

  private final Deque<String> innermostFirst;

  private NestingPath(Deque<String> innermostFirst) {
    this.innermostFirst = innermostFirst;
  }

  /**
   * The path of a schema that has one.
   *
   * @throws IllegalArgumentException if it is more than keys and {@code [*]}
   */
  static NestingPath of(LogSchema schema) {
    String path = schema.jsonPath().orElseThrow();
    Deque<String> steps = new ArrayDeque<>();
    Matcher step = STEP.matcher(path);
    int at = 0;
    while (at < path.length()) {
      if (!step.region(at, path.length()).lookingAt()) {
        throw new IllegalArgumentException("No log of " + schema.type()
            + " can be written, as its json_path is more than keys and [*]. Write it yourself.");
      }
      steps.push(step.group(1));
      at = step.end();
    }
    return new NestingPath(steps);
  }

  /** A document that has the value at the path. */
  FieldValue around(FieldValue value) {
    FieldValue document = value;
    for (String step : innermostFirst) {
      document = step.equals(ALL)
          ? FieldValue.list(List.of(document))
          : FieldValue.map(Map.of(unquoted(step), document));
    }
    return document;
  }

  private static String unquoted(String step) {
    return step.startsWith("\"") ? step.substring(1, step.length() - 1) : step;
  }
}
