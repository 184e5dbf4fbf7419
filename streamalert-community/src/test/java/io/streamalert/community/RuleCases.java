package io.streamalert.community;

import io.streamalert.record.FieldValue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the files in {@code cases}. A line names the {@code rule}, the {@code fields}, and the
 * {@code title} of the alert, or null where there is to be none. In place of the fields a line may have
 * one of these, which stand for several cases; each is the last line with fields and an alert, but for
 * one place, a JSON pointer.
 *
 * <ul>
 *   <li>{@code instead}: for each place the values that stand there in turn; an empty list takes the field
 *       away. In the title, {@code {}} stands for the value.
 *   <li>{@code almost}: places with a text that must be just so. In turn it has more behind or in front, is
 *       in the other case, another one, empty, null and not there.
 * </ul>
 */
final class RuleCases {

  private final Map<String, FieldValue> last = new HashMap<>();
  private final List<RuleCase> cases = new ArrayList<>();

  private RuleCases() {}

  /** All cases of all files. */
  static List<RuleCase> all() throws IOException, URISyntaxException {
    RuleCases all = new RuleCases();
    for (String file : Samples.fileNames(Samples.folder("cases"))) {
      Samples.resource("cases/" + file).lines().map(Samples::json).forEach(all::add);
    }
    return all.cases;
  }

  private void add(FieldValue line) {
    String rule = line.at("rule").asText();
    Optional<String> title = line.at("title").asString();
    FieldValue fields = line.at("fields");
    if (fields.exists()) {
      title.ifPresent(alert -> last.put(rule, fields));
      cases.add(new RuleCase(rule, fields.fields(), title));
      return;
    }
    line.at("instead").fields().forEach((place, values) -> {
      List<FieldValue> all =
          values.elements().isEmpty() ? List.of(FieldValue.missing()) : values.elements();
      all.forEach(value -> addChanged(rule, title, place, value));
    });
    for (FieldValue place : line.at("almost").elements()) {
      FieldValue exact = in(base(rule), path(place.asText()));
      almost(exact.asString().orElseThrow())
          .forEach(value -> addChanged(rule, title, place.asText(), value));
    }
  }

  private void addChanged(String rule, Optional<String> title, String place, FieldValue value) {
    List<String> path = path(place);
    String key = path.get(0);
    Map<String, FieldValue> fields = new LinkedHashMap<>(base(rule).fields());
    fields.put(key, with(base(rule).at(key), path.subList(1, path.size()), value));
    cases.add(new RuleCase(rule, fields, title.map(text -> text.replace("{}", value.asText()))));
  }

  private FieldValue base(String rule) {
    return Objects.requireNonNull(last.get(rule), rule);
  }

  private static List<String> path(String pointer) {
    return List.of(pointer.substring(1).split("/"));
  }

  private static List<FieldValue> almost(String exact) {
    String lower = exact.toLowerCase(Locale.ROOT);
    String otherCase = exact.equals(lower) ? exact.toUpperCase(Locale.ROOT) : lower;
    List<FieldValue> values = new ArrayList<>();
    Stream.of(exact + "~", "~" + exact, otherCase, "another", "")
        .filter(other -> !other.equals(exact))
        .forEach(other -> values.add(FieldValue.of(other)));
    values.add(FieldValue.of(null));
    values.add(FieldValue.missing());
    return values;
  }

  private static FieldValue in(FieldValue value, List<String> path) {
    FieldValue found = value;
    for (String key : path) {
      found = found.kind() == FieldValue.Kind.LIST
          ? found.elements().get(Integer.parseInt(key))
          : found.at(key);
    }
    return found;
  }

  private static FieldValue with(FieldValue in, List<String> path, FieldValue value) {
    if (path.isEmpty()) {
      return value;
    }
    FieldValue inner = with(in(in, path.subList(0, 1)), path.subList(1, path.size()), value);
    if (in.kind() == FieldValue.Kind.LIST) {
      List<FieldValue> elements = new ArrayList<>(in.elements());
      elements.set(Integer.parseInt(path.get(0)), inner);
      return FieldValue.list(elements.stream().filter(FieldValue::exists).toList());
    }
    Map<String, FieldValue> fields = new LinkedHashMap<>(in.fields());
    fields.put(path.get(0), inner);
    fields.values().removeIf(field -> !field.exists());
    return FieldValue.map(fields);
  }
}
