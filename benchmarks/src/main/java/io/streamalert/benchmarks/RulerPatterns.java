package io.streamalert.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.streamalert.benchmarks.GeneratedRules.Clause;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.event.ruler.Machine;

/** Rules as patterns of AWS event-ruler. */
final class RulerPatterns {

  private static final String FILE = "ruler-patterns.json";

  private RulerPatterns() {}

  /** Those of the rules that ship which can be said as patterns, by name. */
  static Map<String, String> ofShippedRules() throws IOException {
    Map<String, String> patterns = new LinkedHashMap<>();
    try (InputStream json = RulerPatterns.class.getResourceAsStream(FILE)) {
      JsonNode all = new ObjectMapper().readTree(Objects.requireNonNull(json, FILE));
      all.properties()
          .forEach(rule -> patterns.put(rule.getKey(), rule.getValue().toString()));
    }
    return patterns;
  }

  /** Where these fields have these values. */
  static String of(String type, Clause... clauses) {
    ObjectNode pattern = JsonNodeFactory.instance.objectNode();
    ObjectNode record =
        type.equals("cloudtrail:events") ? pattern.putObject(Work.RECORDS) : pattern;
    for (Clause clause : clauses) {
      String[] keys = clause.keys();
      ObjectNode node = record;
      for (int i = 0; i < keys.length - 1; i++) {
        node = node.withObjectProperty(keys[i]);
      }
      node.putArray(keys[keys.length - 1]).add(clause.value());
    }
    return pattern.toString();
  }

  /** A machine with the rules that ship, as far as they can be said, and some generated ones. */
  static Machine machine(List<GeneratedRule> generated) throws IOException {
    Machine machine = Machine.builder().build();
    for (Map.Entry<String, String> rule : ofShippedRules().entrySet()) {
      machine.addRule(rule.getKey(), rule.getValue());
    }
    for (GeneratedRule copy : generated) {
      machine.addRule(copy.rule().spec().name(), copy.pattern());
    }
    return machine;
  }
}
