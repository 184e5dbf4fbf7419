package io.streamalert.community;

import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.LookupTables;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.rule.RuleSpec;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sample of a rule's log type with some fields changed, and what the rule makes of it. A line of a file
 * in {@code cases} names the rule, the fields, and the title of the alert, or null where there is to be
 * none. A line with {@code instead} in place of the fields stands for several cases: those of the last
 * line with fields and an alert, but at the given places, which are JSON pointers, one of the values; an
 * empty list takes the field away.
 *
 * @param rule the rule's name
 * @param fields the fields that differ from the sample
 * @param title the title of the alert, or empty for no alert
 */
record RuleCase(String rule, FieldValue fields, Optional<String> title) {

  /** The table that one rule asks. */
  static final LookupTables TABLES = LookupTables.builder()
      .add(
          "dynamo-backed-table",
          LookupTable.of(Map.of("duo_blacklisted_browsers", List.of("Netscape"))))
      .build();

  /** All cases of all files. */
  static List<RuleCase> all() throws IOException, URISyntaxException {
    List<RuleCase> cases = new ArrayList<>();
    for (String file : Samples.fileNames(Samples.folder("cases"))) {
      Map<String, FieldValue> last = new HashMap<>();
      Samples.resource("cases/" + file)
          .lines()
          .forEach(line -> add(Samples.json(line), last, cases));
    }
    return cases;
  }

  private static void add(FieldValue line, Map<String, FieldValue> last, List<RuleCase> cases) {
    String rule = line.at("rule").asText();
    Optional<String> title = line.at("title").asString();
    FieldValue fields = line.at("fields");
    if (!fields.exists()) {
      changed(last.get(rule), line.at("instead"))
          .forEach(changed -> cases.add(new RuleCase(rule, changed, title)));
      return;
    }
    title.ifPresent(alert -> last.put(rule, fields));
    cases.add(new RuleCase(rule, fields, title));
  }

  private static Stream<FieldValue> changed(FieldValue fields, FieldValue instead) {
    return instead.fields().entrySet().stream().flatMap(place -> {
      List<String> path = List.of(place.getKey().substring(1).split("/"));
      List<FieldValue> values = place.getValue().elements();
      return values.isEmpty()
          ? Stream.of(with(fields, path, FieldValue.missing()))
          : values.stream().map(value -> with(fields, path, value));
    });
  }

  private static FieldValue with(FieldValue in, List<String> path, FieldValue value) {
    if (path.isEmpty()) {
      return value;
    }
    List<String> rest = path.subList(1, path.size());
    if (in.kind() == FieldValue.Kind.LIST) {
      List<FieldValue> elements = new ArrayList<>(in.elements());
      int index = Integer.parseInt(path.get(0));
      elements.set(index, with(elements.get(index), rest, value));
      return FieldValue.list(elements);
    }
    Map<String, FieldValue> fields = new LinkedHashMap<>(in.fields());
    FieldValue inner = with(in.at(path.get(0)), rest, value);
    if (inner.exists()) {
      fields.put(path.get(0), inner);
    } else {
      fields.remove(path.get(0));
    }
    return FieldValue.map(fields);
  }

  boolean triggers() {
    return title.isPresent();
  }

  /** The record; a rule for all types is tried on osquery's. */
  LogRecord record(RuleSpec spec) {
    LogType type = spec.logs().stream().findFirst().orElse(LogType.of("osquery:differential"));
    LogRecord record = Samples.alone(type, Samples.of(type)).records().get(0);
    for (Map.Entry<String, FieldValue> field : fields.fields().entrySet()) {
      record = record.with(field.getKey(), field.getValue());
    }
    return record;
  }
}
