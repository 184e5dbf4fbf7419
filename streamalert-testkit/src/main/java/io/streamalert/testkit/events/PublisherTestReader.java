package io.streamalert.testkit.events;

import io.streamalert.alert.OutputId;
import io.streamalert.record.FieldQuery;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.settings.ConfigException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code publisher_tests} of an event. */
final class PublisherTestReader {

  private static final String KEY = "publisher_tests";
  private static final List<String> PARTS = List.of("jmespath_expression", "condition", "value");

  private final FieldValue outputs;
  private final EventParts parts;

  PublisherTestReader(FieldValue outputs, EventParts parts) {
    this.outputs = outputs;
    this.parts = parts;
  }

  void read() {
    if (outputs.isTruthy() && outputs.kind() != Kind.MAP) {
      parts.problems.add(parts.problem("publisher_tests must be a map of outputs", KEY));
    }
    outputs.fields().forEach(this::readOutput);
  }

  private void readOutput(String name, FieldValue tests) {
    try {
      OutputId output = OutputId.parse(name);
      if (tests.kind() != Kind.LIST) {
        parts.problems.add(
            parts.problem("the publisher tests of an output must be a list", KEY, name));
      }
      parts.publisherTests.put(output, readTests(name, tests));
    } catch (IllegalArgumentException e) {
      parts.problems.add(parts.problem(String.valueOf(e.getMessage()), KEY, name));
    }
  }

  private List<PublisherTest> readTests(String output, FieldValue tests) {
    List<PublisherTest> read = new ArrayList<>();
    for (int i = 0; i < tests.elements().size(); i++) {
      String[] keys = {KEY, output, Integer.toString(i)};
      readTest(tests.elements().get(i), keys).ifPresent(read::add);
    }
    return read;
  }

  /** One test, as a list of three or as a map. */
  private Optional<PublisherTest> readTest(FieldValue test, String... keys) {
    List<FieldValue> three = test.kind() == Kind.LIST
        ? test.elements()
        : PARTS.stream().map(test::at).filter(FieldValue::exists).toList();
    if (three.size() != PARTS.size()) {
      parts.problems.add(parts.problem(
          "a publisher test is a list of three, or a map with " + String.join(", ", PARTS), keys));
      return Optional.empty();
    }
    Optional<FieldQuery> query = query(three.get(0), keys);
    Optional<Comparison> comparison = comparison(three.get(1).asText(), keys);
    String pointer = parts.problem(KEY, keys).pointer();
    return query.isPresent() && comparison.isPresent()
        ? Optional.of(new PublisherTest(
            pointer, query.get(), comparison.get(), three.get(2).detached()))
        : Optional.empty();
  }

  private Optional<FieldQuery> query(FieldValue expression, String... keys) {
    try {
      return Optional.of(FieldQuery.compile(expression.asText()));
    } catch (IllegalArgumentException e) {
      parts.problems.add(parts.problem("the expression is " + e.getMessage(), keys));
      return Optional.empty();
    }
  }

  private Optional<Comparison> comparison(String name, String... keys) {
    Optional<Comparison> comparison = Comparison.of(name);
    if (comparison.isEmpty()) {
      Problem unknown = parts.problem("there is no condition \"" + name + "\"", keys);
      parts.problems.add(unknown.choose(name, Comparison.NAMES));
    }
    return comparison;
  }
}
