package io.streamalert.config;

import io.streamalert.config.SchemaValidator.Finding;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words of a configuration what the validator found in words of JSON Schema. */
final class FindingText {

  private FindingText() {}

  /**
   * The problem.
   *
   * @param file the name of the file
   * @param finding what was found
   * @param value what is at the place
   * @param schema what the schema says of the place
   */
  static Problem problem(String file, Finding finding, FieldValue value, SchemaNode schema) {
    String key = finding.property();
    return switch (finding.keyword()) {
      case "required" ->
        Problem.at(file, pointer(finding, key), "The key " + quoted(key) + " is missing")
            .mendedBy(schema
                .at(key)
                .flatMap(missing -> missing.keyword("description").asString())
                .map(description -> "Add it. " + description)
                .orElse("Add it."));
      case "additionalProperties" ->
        Problem.at(file, pointer(finding, key), "There is no key " + quoted(key))
            .choose(key, schema.keys());
      case "enum" ->
        choice(Problem.at(file, pointer(finding), sentence(finding, value)), finding, value);
      default -> Problem.at(file, pointer(finding), sentence(finding, value));
    };
  }

  private static Problem choice(Problem problem, Finding finding, FieldValue value) {
    return value
        .asString()
        .map(wanted -> problem.choose(wanted, finding.asked()))
        .orElse(problem);
  }

  private static String sentence(Finding finding, FieldValue value) {
    return what(finding) + demand(finding, value);
  }

  private static String what(Finding finding) {
    List<String> path = finding.path();
    if (path.isEmpty()) {
      return "The file";
    }
    String last = path.get(path.size() - 1);
    return finding.element() ? "Element " + last + " of the list" : quoted(last);
  }

  private static String demand(Finding finding, FieldValue value) {
    String asked = String.join(", ", finding.asked());
    return switch (finding.keyword()) {
      case "type" ->
        " must be "
            + finding.asked().stream().map(FindingText::type).collect(Collectors.joining(" or "))
            + ", but is " + kind(value);
      case "enum" -> " must be one of these: " + asked;
      case "minItems" -> " is a list with too few elements: it needs at least " + asked;
      case "minLength" ->
        " is too short: it needs at least " + asked + " character" + (asked.equals("1") ? "" : "s");
      default -> " breaks the rule \"" + finding.keyword() + "\" of its JSON Schema";
    };
  }

  private static String type(String jsonType) {
    return switch (jsonType) {
      case "object" -> "a map";
      case "array" -> "a list";
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> jsonType;
    };
  }

  private static String kind(FieldValue value) {
    return switch (value.kind()) {
      case MISSING -> "absent";
      case NULL -> "null";
      case BOOLEAN -> value.isTruthy() ? "true" : "false";
      case INTEGER -> "a whole number";
      case FLOAT -> "a number with a fraction";
      case STRING -> "a text";
      case LIST -> "a list";
      case MAP -> "a map";
    };
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  static String pointer(Finding finding, String... more) {
    String place = Problem.pointer(finding.path().toArray(String[]::new));
    return place + Problem.pointer(more);
  }
}
